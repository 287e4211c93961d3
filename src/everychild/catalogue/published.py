"""The national releases several themes are compared with, and why some have none."""

IN_NEED_RELEASE = "Department for Education, Children in need, yearly by council"
NO_EARLY_HELP_RETURN = "None: councils do not return early help to anyone, so no national figure exists."
NO_COUNCIL_FIGURES = "None: no council figures are published."
