"""England’s and the regions’ published values for the mapped series, and every council’s codes. Made, not written."""
