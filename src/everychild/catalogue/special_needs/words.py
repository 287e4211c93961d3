"""What several definitions of education, health and care plans say alike."""

PLANS_RELEASE = "Department for Education, Education, health and care plans"
REGULATIONS = "Special Educational Needs and Disability Regulations 2014"
EXCEPTIONS = (
    "The exceptions the regulations allow, such as a school closed for over four weeks or the family being away, are "
    "not taken off here."
)
