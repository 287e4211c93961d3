"""What the Department for Education publishes of child protection, to compare with."""

IN_NEED_RELEASE = "Department for Education, Children in need, yearly by council"
