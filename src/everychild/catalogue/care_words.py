"""What several definitions about children in care say alike."""

IN_CARE_RELEASE = "Department for Education, Children looked after in England, yearly by council"
SHORT_BREAKS = "Children on agreed short breaks are left out, as the Department for Education leaves them out."
