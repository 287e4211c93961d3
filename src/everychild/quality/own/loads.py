"""Movement against earlier loads: lists that shrink, stand still or lose a column, and months unlike their own past."""

from everychild.quality.declared import Declaring, Owner, Weight

_rule = Declaring(Owner.DATA, "LO", Weight.QUERY)

RULES = (
    _rule(
        "01",
        "list_loaded",
        "A list has fewer than four fifths of the rows it had when it was last loaded.",
        "list_loaded.rows_before >= 50 and list_loaded.rows_now < 0.8 * list_loaded.rows_before",
        """
        ! list_loaded about=1 rows_before=1000 rows_now=600
        list_loaded about=2 rows_before=1000 rows_now=950
        """,
    ),
    _rule(
        "02",
        "list_loaded",
        "A list has half as many rows again as when it was last loaded, or more.",
        "list_loaded.rows_before >= 50 and list_loaded.rows_now >= 1.5 * list_loaded.rows_before",
        """
        ! list_loaded about=1 rows_before=1000 rows_now=1700
        list_loaded about=2 rows_before=1000 rows_now=1050
        """,
    ),
    _rule(
        "03",
        "list_loaded",
        "A list says exactly what it said when it was last loaded: has an old file come under a new date?",
        "list_loaded.is_same and list_loaded.rows_now >= 20",
        """
        ! list_loaded about=1 rows_now=1000 is_same=true
        list_loaded about=2 rows_now=1000 is_same=false
        """,
    ),
    _rule(
        "04",
        "list_loaded",
        "A column that held something when the list was last loaded is empty on every row.",
        "list_loaded.columns_lost > 0",
        """
        ! list_loaded about=1 columns_lost=1
        list_loaded about=2 columns_lost=0
        """,
    ),
    _rule(
        "05",
        "list_loaded",
        "A list that used to come has not come for two months, and others have.",
        "list_loaded.taken_on < list_loaded.newest_of_all - interval 62 day and list_loaded.taken_before is not null"
        " and list_loaded.taken_on < list_loaded.taken_before + interval 62 day",
        """
        ! list_loaded about=1 taken_before=2019-01-03 taken_on=2019-02-03 newest_of_all=2019-05-03
        list_loaded about=2 taken_before=2019-04-03 taken_on=2019-05-03 newest_of_all=2019-05-03
        list_loaded about=3 taken_before=2017-05-03 taken_on=2018-05-03 newest_of_all=2019-05-03
        """,
    ),
    _rule(
        "06",
        "month_told",
        "The last whole month has less than half of what such a month usually has.",
        "month_told.rows_usual >= 20 and month_told.rows_now < 0.5 * month_told.rows_usual",
        """
        ! month_told about=1 rows_usual=100 rows_now=30
        month_told about=2 rows_usual=100 rows_now=90
        """,
    ),
    _rule(
        "07",
        "month_told",
        "The last whole month has more than twice what such a month usually has.",
        "month_told.rows_usual >= 20 and month_told.rows_now > 2 * month_told.rows_usual",
        """
        ! month_told about=1 rows_usual=100 rows_now=260
        month_told about=2 rows_usual=100 rows_now=90
        """,
    ),
)
