"""Who the children are, reviews, going missing, social workers, orders that deprive of liberty, and adoption."""

from everychild.quality.declared import Declaring, Owner, QualityRule
from everychild.quality.looked_after.parts import LAST, SHORT_BREAKS, of_child

_rule = Declaring(Owner.RETURN)


def _not_in_header(code: str, table: str, what: str, cells: str) -> QualityRule:
    return _rule(
        code,
        table,
        f"A child {what} is not in the header.",
        f"not exists (select 1 from header where header.child_id = {table}.child_id)",
        f"""
        ! {table} child_id=1 {cells}
        {table} child_id=2 {cells}
        header child_id=2 dob=2010-01-01
        """,
    )


def _other_birth(code: str, table: str, what: str) -> QualityRule:
    return _rule(
        code,
        table,
        f"The date of birth of a child {what} is not the one in the header.",
        f"{table}.dob <> header.dob",
        f"""
        ! {table} child_id=1 dob=2010-01-01
        header child_id=1 dob=2011-01-01
        {table} child_id=2 dob=2010-01-01
        header child_id=2 dob=2010-01-01
        """,
        joins=of_child(table),
    )


CHILDREN = (
    _rule(
        "101",
        "header",
        "The sex of a child is neither 1 nor 2.",
        "header.sex is null or header.sex not in ('1', '2')",
        """
        ! header child_id=1 sex=9
        header child_id=2 sex=1
        """,
        last=2024,
    ),
    _rule(
        "101",
        "header",
        "The sex of a child is none of M, F and U.",
        "header.sex is null or header.sex not in ('M', 'F', 'U')",
        """
        ! header child_id=1 sex=1
        header child_id=2 sex=F
        """,
        first=2025,
    ),
    _rule(
        "232",
        "header",
        "The sex of a child is told as unknown.",
        "header.sex = 'U'",
        """
        ! header child_id=1 sex=U
        header child_id=2 sex=F
        """,
        first=2025,
    ),
    _rule(
        "102",
        "header",
        "The date of birth is missing or cannot be read.",
        "header.dob is null",
        """
        ! header child_id=1 dob_written=31/02/2010
        header child_id=2 dob=2010-01-01
        """,
    ),
    _rule(
        "103",
        "header",
        "The ethnic group is missing or no published code.",
        "header.ethnic is null or header.ethnic not in ('WBRI', 'WIRI', 'WOTH', 'WIRT', 'WROM', 'MWBC', 'MWBA',"
        " 'MWAS', 'MOTH', 'AIND', 'APKN', 'ABAN', 'AOTH', 'BCRB', 'BAFR', 'BOTH', 'CHNE', 'OOTH', 'REFU', 'NOBT')",
        """
        ! header child_id=1 ethnic=XXXX
        ! header child_id=3
        header child_id=2 ethnic=WBRI
        """,
    ),
    _rule(
        "301",
        "header",
        "The child was born after the year ended.",
        "header.dob > year_ended()",
        """
        ! header child_id=1 dob=2019-04-02
        header child_id=2 dob=2010-01-01
        """,
    ),
    _rule(
        "202",
        "header",
        "The sex of a child is not the one told last year.",
        "header.sex <> header_before.sex",
        """
        ! header child_id=1 sex=1
        header_before child_id=1 sex=2
        header child_id=2 sex=1
        header_before child_id=2 sex=1
        """,
        joins="inner join header_before on header_before.child_id = header.child_id",
    ),
    _rule(
        "203",
        "header",
        "The date of birth of a child is not the one told last year.",
        "header.dob <> header_before.dob",
        """
        ! header child_id=1 dob=2010-01-01
        header_before child_id=1 dob=2010-01-10
        header child_id=2 dob=2010-01-01
        header_before child_id=2 dob=2010-01-01
        """,
        joins="inner join header_before on header_before.child_id = header.child_id",
    ),
    _rule(
        "204",
        "header",
        "The ethnic group of a child is not the one told last year.",
        "header.ethnic <> header_before.ethnic",
        """
        ! header child_id=1 ethnic=WBRI
        header_before child_id=1 ethnic=WOTH
        header child_id=2 ethnic=WBRI
        header_before child_id=2 ethnic=WBRI
        """,
        joins="inner join header_before on header_before.child_id = header.child_id",
    ),
    _rule(
        "INT32",
        "header",
        "A child stands twice in the header.",
        "exists (select 1 from header as other where other.child_id = header.child_id"
        " and other.source_id <> header.source_id)",
        """
        ! header child_id=1
        ! header child_id=1
        header child_id=2
        """,
    ),
    _rule(
        "304",
        "uasc",
        "A child was no longer an unaccompanied asylum seeker after turning 18.",
        "uasc.duc > uasc.dob + interval 18 year",
        """
        ! uasc child_id=1 dob=2000-01-01 duc=2018-06-01
        uasc child_id=2 dob=2001-01-01 duc=2018-06-01
        """,
    ),
    _not_in_header("INT03", "episodes", "with episodes", "decom=2018-05-01"),
    _not_in_header("INT02", "placed_adoption", "with a decision about adoption", "date_placed=2018-05-01"),
    _not_in_header("INT04", "missing", "who went missing", "mis_start=2018-05-01"),
    _not_in_header("INT05", "oc2", "told of as looked after all year", "sdq_score=14"),
    _not_in_header("INT08", "reviews", "with a review", "review=2018-05-01"),
    _not_in_header("INT09", "uasc", "told of as having come alone", "dob=2003-01-01"),
    _other_birth("INT12", "placed_adoption", "with a decision about adoption"),
    _other_birth("INT13", "missing", "who went missing"),
    _other_birth("INT15", "oc3", "told of as a care leaver"),
    _other_birth("INT17", "reviews", "with a review"),
    _other_birth("INT18", "uasc", "who came alone"),
    _rule(
        "INT21",
        "uasc",
        "The sex of a child who came alone is not the one in the header.",
        "uasc.sex <> header.sex",
        """
        ! uasc child_id=1 sex=1
        header child_id=1 sex=2
        uasc child_id=2 sex=1
        header child_id=2 sex=1
        """,
        joins=of_child("uasc"),
    ),
)

REVIEWS = (
    _rule(
        "166",
        "reviews",
        "The date of a review is missing or cannot be read.",
        "reviews.review is null",
        """
        ! reviews review_written=31/02/2019
        reviews review=2018-06-01
        """,
        owner=Owner.REVIEWING,
    ),
    _rule(
        "167",
        "reviews",
        "How the child took part in a review is missing or no published code.",
        "reviews.review is not null and coalesce(reviews.review_code, '')"
        " not in ('PN0', 'PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7')",
        """
        ! reviews review=2018-06-01
        ! reviews review=2018-06-01 review_code=PN9
        reviews review=2018-06-01 review_code=PN1
        """,
        owner=Owner.REVIEWING,
    ),
    _rule(
        "440",
        "reviews",
        "A review says that the child was under four (PN0), and the child was four or over.",
        "reviews.review_code = 'PN0' and reviews.dob + interval 4 year <= reviews.review",
        """
        ! reviews dob=2010-01-01 review=2018-06-01 review_code=PN0
        reviews dob=2016-01-01 review=2018-06-01 review_code=PN0
        """,
        owner=Owner.REVIEWING,
    ),
    _rule(
        "441",
        "reviews",
        "A review says that the child was four or over, and the child was under four.",
        "reviews.review_code in ('PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7')"
        " and reviews.dob + interval 4 year > reviews.review",
        """
        ! reviews dob=2016-01-01 review=2018-06-01 review_code=PN1
        reviews dob=2010-01-01 review=2018-06-01 review_code=PN1
        """,
        owner=Owner.REVIEWING,
    ),
)

MISSING = (
    _rule(
        "1004",
        "missing",
        "The day a child went missing cannot be read.",
        "missing.mis_start is null and missing.mis_start_written is not null",
        """
        ! missing mis_start_written=31/02/2019
        missing mis_start=2018-06-01
        """,
    ),
    _rule(
        "1005",
        "missing",
        "The day a child came back cannot be read.",
        "missing.mis_end is null and missing.mis_end_written is not null",
        """
        ! missing mis_start=2018-06-01 mis_end_written=31/02/2019
        missing mis_start=2018-06-01
        """,
    ),
    _rule(
        "564",
        "missing",
        "A child was missing or away, and the day it began is missing.",
        "missing.missing in ('M', 'A') and missing.mis_start_written is null",
        """
        ! missing missing=M
        missing mis_start=2018-06-01 missing=M
        """,
    ),
    _rule(
        "565",
        "missing",
        "The day it began is told, and whether the child was missing or away is not.",
        "missing.mis_start is not null and missing.missing is null",
        """
        ! missing mis_start=2018-06-01
        missing mis_start=2018-06-01 missing=M
        """,
    ),
    _rule(
        "566",
        "missing",
        "The day it ended is told, and whether the child was missing or away is not.",
        "missing.mis_end is not null and missing.missing is null",
        """
        ! missing mis_start=2018-06-01 mis_end=2018-06-02
        missing mis_start=2018-06-01 mis_end=2018-06-02 missing=M
        """,
    ),
    _rule(
        "567",
        "missing",
        "A child came back before going missing.",
        "missing.mis_end < missing.mis_start",
        """
        ! missing mis_start=2018-06-01 mis_end=2018-05-02
        missing mis_start=2018-06-01 mis_end=2018-06-02
        """,
    ),
    _rule(
        "570",
        "missing",
        "A child went missing after the end of the year.",
        "missing.mis_start > year_ended()",
        """
        ! missing mis_start=2019-04-02
        missing mis_start=2018-06-01
        """,
    ),
    _rule(
        "571",
        "missing",
        "A child came back before the year began, or after it ended.",
        "missing.mis_end < year_began() or missing.mis_end > year_ended()",
        """
        ! missing mis_start=2018-01-01 mis_end=2018-02-02
        missing mis_start=2018-06-01 mis_end=2018-06-02
        """,
    ),
    _rule(
        "574",
        "missing",
        "A child went missing while missing already.",
        "exists (select 1 from missing as other where other.child_id = missing.child_id"
        " and other.mis_start < missing.mis_start"
        " and (other.mis_end is null or other.mis_end > missing.mis_start))",
        """
        missing child_id=1 mis_start=2018-06-01
        ! missing child_id=1 mis_start=2018-06-09
        missing child_id=2 mis_start=2018-06-01 mis_end=2018-06-02
        missing child_id=2 mis_start=2018-06-09
        """,
    ),
    _rule(
        "577",
        "missing",
        "Care has ended, and the child is still told of as missing.",
        "missing.mis_end_written is null and exists (select 1 from episodes"
        f" where episodes.child_id = missing.child_id and episodes.dec > missing.mis_start"
        f" and episodes.rec <> 'X1' and {LAST})",
        """
        ! missing child_id=1 mis_start=2018-06-01
        episodes child_id=1 decom=2018-05-01 dec=2018-08-01 rec=E8
        missing child_id=2 mis_start=2018-06-01
        episodes child_id=2 decom=2018-05-01
        """,
    ),
    _rule(
        "578",
        "missing",
        "A child went missing after care had ended.",
        "missing.mis_start > (select max(coalesce(episodes.dec, year_ended())) from episodes"
        " where episodes.child_id = missing.child_id)",
        """
        ! missing child_id=1 mis_start=2018-09-01
        episodes child_id=1 decom=2018-05-01 dec=2018-08-01
        missing child_id=2 mis_start=2018-06-01
        episodes child_id=2 decom=2018-05-01
        """,
    ),
    _rule(
        "580",
        "episodes",
        "Care ended while the child was missing, and for another reason than E8.",
        "episodes.dec is not null and episodes.rec not in ('X1', 'E8') and exists (select 1 from missing"
        " where missing.child_id = episodes.child_id and missing.mis_end = episodes.dec)",
        """
        ! episodes child_id=1 decom=2018-05-01 dec=2018-08-01 rec=E4A
        missing child_id=1 mis_start=2018-07-01 mis_end=2018-08-01
        episodes child_id=2 decom=2018-05-01 dec=2018-08-01 rec=E8
        missing child_id=2 mis_start=2018-07-01 mis_end=2018-08-01
        """,
    ),
    _rule(
        "581",
        "missing",
        "A child went missing from care before care began.",
        "missing.mis_start < (select min(episodes.decom) from episodes where episodes.child_id = missing.child_id)",
        """
        ! missing child_id=1 mis_start=2018-04-05
        episodes child_id=1 decom=2018-05-01
        missing child_id=2 mis_start=2018-06-01
        episodes child_id=2 decom=2018-05-01
        """,
    ),
    _rule(
        "586",
        "missing",
        "A child went missing before being born.",
        "missing.mis_start < missing.dob or missing.mis_end < missing.dob",
        """
        ! missing dob=2018-09-01 mis_start=2018-06-01
        missing dob=2005-09-01 mis_start=2018-06-01
        """,
    ),
    _rule(
        "576",
        "missing_before",
        "A child was missing at the end of last year, and no such episode begins this year’s.",
        "missing_before.mis_end_written is null and missing_before.mis_start is not null"
        " and not exists (select 1 from missing where missing.child_id = missing_before.child_id"
        " and missing.mis_start = missing_before.mis_start)",
        """
        ! missing_before child_id=1 mis_start=2018-03-01
        missing_before child_id=2 mis_start=2018-03-01
        missing child_id=2 mis_start=2018-03-01
        """,
    ),
)

WORKERS = (
    _rule(
        "SW04STG1",
        "sw_episodes",
        "The date a social worker began with a child cannot be read.",
        "sw_episodes.sw_decom is null and sw_episodes.sw_decom_written is not null",
        """
        ! sw_episodes sw_id=SW1 sw_decom_written=31/02/2019
        sw_episodes sw_id=SW1 sw_decom=2018-06-01
        """,
        first=2024,
    ),
    _rule(
        "SW05STG1",
        "sw_episodes",
        "The date a social worker ended with a child cannot be read.",
        "sw_episodes.sw_dec is null and sw_episodes.sw_dec_written is not null",
        """
        ! sw_episodes sw_id=SW1 sw_decom=2018-06-01 sw_dec_written=31/02/2019
        sw_episodes sw_id=SW1 sw_decom=2018-06-01
        """,
        first=2024,
    ),
    _rule(
        "SW02STG1",
        "sw_episodes",
        "The social worker’s number begins with neither SW nor XX.",
        "substr(sw_episodes.sw_id, 1, 2) not in ('SW', 'XX')",
        """
        ! sw_episodes sw_id=AB1 sw_decom=2018-06-01
        sw_episodes sw_id=SW1 sw_decom=2018-06-01
        """,
        first=2024,
    ),
    _rule(
        "SW09STG2",
        "sw_episodes",
        "A social worker began and ended with a child on one day.",
        "sw_episodes.sw_dec = sw_episodes.sw_decom",
        """
        ! sw_episodes sw_id=SW1 sw_decom=2018-06-01 sw_dec=2018-06-01
        sw_episodes sw_id=SW1 sw_decom=2018-06-01 sw_dec=2018-07-01
        """,
        first=2024,
    ),
    _rule(
        "SW18STG2",
        "sw_episodes",
        "A social worker ended with a child before beginning.",
        "sw_episodes.sw_dec < sw_episodes.sw_decom",
        """
        ! sw_episodes sw_id=SW1 sw_decom=2018-06-01 sw_dec=2018-05-01
        sw_episodes sw_id=SW1 sw_decom=2018-06-01 sw_dec=2018-07-01
        """,
        first=2026,
    ),
    _rule(
        "SW19STG2",
        "sw_episodes",
        "Two social workers began with a child on the same day.",
        "exists (select 1 from sw_episodes as other where other.child_id = sw_episodes.child_id"
        " and other.sw_decom = sw_episodes.sw_decom and other.source_id <> sw_episodes.source_id)",
        """
        ! sw_episodes child_id=1 sw_id=SW1 sw_decom=2018-06-01
        ! sw_episodes child_id=1 sw_id=SW2 sw_decom=2018-06-01
        sw_episodes child_id=2 sw_id=SW1 sw_decom=2018-06-01
        """,
        first=2026,
    ),
    _rule(
        "SW08STG2",
        "sw_episodes",
        "A new social worker has begun with a child, and this one has not ended.",
        "sw_episodes.sw_dec_written is null and exists (select 1 from sw_episodes as other"
        " where other.child_id = sw_episodes.child_id and other.sw_decom > sw_episodes.sw_decom)",
        """
        ! sw_episodes child_id=1 sw_id=SW1 sw_decom=2018-06-01
        sw_episodes child_id=1 sw_id=SW2 sw_decom=2018-07-01
        sw_episodes child_id=2 sw_id=SW1 sw_decom=2018-06-01
        """,
        first=2024,
    ),
    _rule(
        "SW10STG2",
        "sw_episodes",
        "A social worker began with a child before the one before had ended.",
        "exists (select 1 from sw_episodes as other where other.child_id = sw_episodes.child_id"
        " and other.sw_decom < sw_episodes.sw_decom and other.sw_dec > sw_episodes.sw_decom)",
        """
        sw_episodes child_id=1 sw_id=SW1 sw_decom=2018-06-01 sw_dec=2018-07-10
        ! sw_episodes child_id=1 sw_id=SW2 sw_decom=2018-07-01
        sw_episodes child_id=2 sw_id=SW1 sw_decom=2018-06-01 sw_dec=2018-07-01
        sw_episodes child_id=2 sw_id=SW2 sw_decom=2018-07-01
        """,
        first=2024,
        last=2025,
    ),
    _rule(
        "SW01STG1",
        "episodes",
        "A child looked after on 31 March has no social worker told of.",
        f"episodes.dec_written is null and episodes.ls not in {SHORT_BREAKS} and not exists"
        " (select 1 from sw_episodes where sw_episodes.child_id = episodes.child_id"
        " and sw_episodes.sw_decom is not null)",
        """
        ! episodes child_id=1 decom=2018-06-01 ls=C2
        episodes child_id=2 decom=2018-06-01 ls=C2
        sw_episodes child_id=2 sw_id=SW1 sw_decom=2018-06-01
        """,
        first=2024,
    ),
    _rule(
        "SW17STG2",
        "episodes",
        "A child looked after on 31 March has no social worker on that day.",
        f"episodes.dec_written is null and episodes.ls not in {SHORT_BREAKS} and exists"
        " (select 1 from sw_episodes where sw_episodes.child_id = episodes.child_id) and not exists"
        " (select 1 from sw_episodes where sw_episodes.child_id = episodes.child_id"
        " and sw_episodes.sw_dec_written is null)",
        """
        ! episodes child_id=1 decom=2018-06-01 ls=C2
        sw_episodes child_id=1 sw_id=SW1 sw_decom=2018-06-01 sw_dec=2018-09-01
        episodes child_id=2 decom=2018-06-01 ls=C2
        sw_episodes child_id=2 sw_id=SW1 sw_decom=2018-06-01
        """,
        first=2026,
    ),
)

LIBERTY = (
    _rule(
        "700",
        "dolo",
        "The date an order that deprives of liberty began is missing or cannot be read.",
        "dolo.dolo_start is null",
        """
        ! dolo dolo_start_written=31/02/2019
        dolo dolo_start=2018-06-01
        """,
        first=2027,
    ),
    _rule(
        "701",
        "dolo",
        "The date an order that deprives of liberty ended cannot be read.",
        "dolo.dolo_end is null and dolo.dolo_end_written is not null",
        """
        ! dolo dolo_start=2018-06-01 dolo_end_written=31/02/2019
        dolo dolo_start=2018-06-01
        """,
        first=2027,
    ),
    _rule(
        "702",
        "dolo",
        "An order that deprives of liberty ended before it began.",
        "dolo.dolo_end < dolo.dolo_start",
        """
        ! dolo dolo_start=2018-06-01 dolo_end=2018-05-01
        dolo dolo_start=2018-06-01 dolo_end=2018-07-01
        """,
        first=2027,
    ),
    _rule(
        "703",
        "dolo",
        "An order that deprives of liberty began after the end of the year.",
        "dolo.dolo_start > year_ended()",
        """
        ! dolo dolo_start=2019-06-01
        dolo dolo_start=2018-06-01
        """,
        first=2027,
    ),
    _rule(
        "704",
        "dolo",
        "An order that deprives of liberty ended before the year began, or after it ended.",
        "dolo.dolo_end < year_began() or dolo.dolo_end > year_ended()",
        """
        ! dolo dolo_start=2018-01-01 dolo_end=2018-03-01
        dolo dolo_start=2018-06-01 dolo_end=2018-07-01
        """,
        first=2027,
    ),
    _rule(
        "705",
        "dolo",
        "An order that deprives of liberty began while an earlier one was open.",
        "exists (select 1 from dolo as other where other.child_id = dolo.child_id"
        " and other.dolo_start < dolo.dolo_start and (other.dolo_end is null or other.dolo_end > dolo.dolo_start))",
        """
        dolo child_id=1 dolo_start=2018-06-01
        ! dolo child_id=1 dolo_start=2018-08-01
        dolo child_id=2 dolo_start=2018-06-01 dolo_end=2018-07-01
        dolo child_id=2 dolo_start=2018-08-01
        """,
        first=2027,
    ),
    _rule(
        "707",
        "dolo",
        "Care has ended, and an order that deprives of liberty has no end.",
        "dolo.dolo_end_written is null and exists (select 1 from episodes where episodes.child_id = dolo.child_id"
        f" and episodes.dec is not null and episodes.rec <> 'X1' and {LAST})",
        """
        ! dolo child_id=1 dolo_start=2018-06-01
        episodes child_id=1 decom=2018-05-01 dec=2018-08-01 rec=E4A
        dolo child_id=2 dolo_start=2018-06-01
        episodes child_id=2 decom=2018-05-01
        """,
        first=2027,
    ),
    _rule(
        "708",
        "dolo",
        "An order that deprives of liberty has dates before the child’s birth.",
        "dolo.dolo_start < dolo.dob or dolo.dolo_end < dolo.dob",
        """
        ! dolo dob=2018-09-01 dolo_start=2018-06-01
        dolo dob=2005-09-01 dolo_start=2018-06-01
        """,
        first=2027,
    ),
)

ADOPTION = (
    _rule(
        "112",
        "ad1",
        "The date of the decision that adoption is in the child’s best interest cannot be read.",
        "ad1.date_int is null and ad1.date_int_written is not null",
        """
        ! ad1 date_int_written=31/02/2019
        ad1 date_int=2018-06-01
        """,
    ),
    _rule(
        "113",
        "ad1",
        "The date of the match with adopters cannot be read.",
        "ad1.date_match is null and ad1.date_match_written is not null",
        """
        ! ad1 date_match_written=31/02/2019
        ad1 date_match=2018-06-01
        """,
    ),
    _rule(
        "333",
        "ad1",
        "The match with adopters came before the decision that the child should be placed for adoption.",
        "ad1.date_int > ad1.date_match",
        """
        ! ad1 date_int=2018-06-01 date_match=2018-05-01
        ad1 date_int=2018-06-01 date_match=2018-07-01
        """,
    ),
    _rule(
        "151",
        "ad1",
        "The dates of an adoption must both be told, or both be blank.",
        "(ad1.date_int_written is null) <> (ad1.date_match_written is null)",
        """
        ! ad1 date_int=2018-06-01
        ad1 date_int=2018-06-01 date_match=2018-07-01
        """,
    ),
    _rule(
        "601",
        "episodes",
        "The child was adopted in the year, and the particulars of the adoption are missing.",
        "episodes.rec in ('E11', 'E12') and episodes.dec >= year_began() and not exists (select 1 from ad1"
        " where ad1.child_id = episodes.child_id and ad1.date_int is not null and ad1.date_match is not null)",
        """
        ! episodes child_id=1 decom=2017-05-01 dec=2018-08-01 rec=E11
        episodes child_id=2 decom=2017-05-01 dec=2018-08-01 rec=E11
        ad1 child_id=2 date_int=2018-01-01 date_match=2018-02-01
        """,
        owner=Owner.ADOPTION,
    ),
    _rule(
        "602",
        "ad1",
        "Particulars of an adoption are told of a child whose episodes show none in the year.",
        "ad1.date_int is not null and not exists (select 1 from episodes where episodes.child_id = ad1.child_id"
        " and episodes.rec in ('E11', 'E12') and episodes.dec >= year_began() and episodes.dec <= year_ended())",
        """
        ! ad1 child_id=1 date_int=2018-01-01
        episodes child_id=1 decom=2017-05-01
        ad1 child_id=2 date_int=2018-01-01
        episodes child_id=2 decom=2017-05-01 dec=2018-08-01 rec=E11
        """,
        owner=Owner.ADOPTION,
    ),
    _rule(
        "582",
        "ad1",
        "The child was matched with adopters on the day of the adoption itself.",
        "exists (select 1 from episodes where episodes.child_id = ad1.child_id"
        " and episodes.rec in ('E11', 'E12') and episodes.dec = ad1.date_match)",
        """
        ! ad1 child_id=1 date_match=2018-08-01
        episodes child_id=1 decom=2017-05-01 dec=2018-08-01 rec=E11
        ad1 child_id=2 date_match=2018-01-01
        episodes child_id=2 decom=2017-05-01 dec=2018-08-01 rec=E11
        """,
        owner=Owner.ADOPTION,
    ),
    _rule(
        "115",
        "placed_adoption",
        "The date of the decision to place for adoption cannot be read.",
        "placed_adoption.date_placed is null and placed_adoption.date_placed_written is not null",
        """
        ! placed_adoption date_placed_written=31/02/2019
        placed_adoption date_placed=2018-06-01
        """,
    ),
    _rule(
        "118",
        "placed_adoption",
        "A decision was reversed before the year began, or before the child was looked after.",
        "placed_adoption.date_placed_ceased < year_began() or placed_adoption.date_placed_ceased <"
        f" (select min(episodes.decom) from episodes where episodes.child_id = placed_adoption.child_id"
        f" and episodes.ls not in {SHORT_BREAKS})",
        """
        ! placed_adoption child_id=1 date_placed=2017-06-01 date_placed_ceased=2018-01-01
        episodes child_id=1 decom=2017-01-01 ls=C2
        placed_adoption child_id=2 date_placed=2017-06-01 date_placed_ceased=2018-06-01
        episodes child_id=2 decom=2017-01-01 ls=C2
        """,
    ),
    _rule(
        "184",
        "placed_adoption",
        "It was decided to place the child for adoption before the child was born.",
        "placed_adoption.date_placed < placed_adoption.dob",
        """
        ! placed_adoption dob=2018-06-01 date_placed=2018-05-01
        placed_adoption dob=2018-04-01 date_placed=2018-05-01
        """,
    ),
    _rule(
        "522",
        "placed_adoption",
        "A decision to place for adoption was reversed before it was made.",
        "placed_adoption.date_placed > placed_adoption.date_placed_ceased",
        """
        ! placed_adoption date_placed=2018-06-01 date_placed_ceased=2018-05-01
        placed_adoption date_placed=2018-06-01 date_placed_ceased=2018-07-01
        """,
    ),
    _rule(
        "563",
        "placed_adoption",
        "A decision was reversed, and the date it was made is missing.",
        "placed_adoption.date_placed_ceased is not null and placed_adoption.date_placed_written is null",
        """
        ! placed_adoption date_placed_ceased=2018-07-01
        placed_adoption date_placed=2018-06-01 date_placed_ceased=2018-07-01
        """,
    ),
    _rule(
        "523",
        "placed_adoption",
        "The decision to place is not of the same day as the decision that adoption is in the child’s interest.",
        "placed_adoption.date_placed <> ad1.date_int and placed_adoption.date_placed_ceased is null",
        """
        ! placed_adoption child_id=1 date_placed=2018-06-01
        ad1 child_id=1 date_int=2018-05-01
        placed_adoption child_id=2 date_placed=2018-06-01
        ad1 child_id=2 date_int=2018-06-01
        """,
        joins="inner join ad1 on ad1.child_id = placed_adoption.child_id",
    ),
    _rule(
        "551",
        "episodes",
        "The child is placed for adoption, and no decision that they should be is told.",
        "episodes.place in ('A3', 'A4', 'A5', 'A6') and not exists (select 1 from placed_adoption"
        " where placed_adoption.child_id = episodes.child_id and placed_adoption.date_placed is not null)",
        """
        ! episodes child_id=1 decom=2018-05-01 place=A3
        episodes child_id=2 decom=2018-05-01 place=A3
        placed_adoption child_id=2 date_placed=2018-04-05
        """,
        owner=Owner.ADOPTION,
    ),
    _rule(
        "552",
        "episodes",
        "The child was placed for adoption before it was decided that they should be.",
        "episodes.place in ('A3', 'A4', 'A5', 'A6') and episodes.decom < (select min(placed_adoption.date_placed)"
        " from placed_adoption where placed_adoption.child_id = episodes.child_id)",
        """
        ! episodes child_id=1 decom=2018-05-01 place=A3
        placed_adoption child_id=1 date_placed=2018-06-05
        episodes child_id=2 decom=2018-05-01 place=A3
        placed_adoption child_id=2 date_placed=2018-04-05
        """,
        owner=Owner.ADOPTION,
    ),
    _rule(
        "553",
        "episodes",
        "A placement order has been made, and no decision to place for adoption is told.",
        "episodes.ls = 'E1' and not exists (select 1 from placed_adoption"
        " where placed_adoption.child_id = episodes.child_id and placed_adoption.date_placed is not null)",
        """
        ! episodes child_id=1 decom=2018-05-01 ls=E1
        episodes child_id=2 decom=2018-05-01 ls=E1
        placed_adoption child_id=2 date_placed=2018-04-05
        """,
        owner=Owner.ADOPTION,
    ),
    _rule(
        "558",
        "episodes",
        "The child was adopted, and the decision to place them is told as reversed.",
        "episodes.rec in ('E11', 'E12') and exists (select 1 from placed_adoption"
        " where placed_adoption.child_id = episodes.child_id and placed_adoption.date_placed_ceased is not null)",
        """
        ! episodes child_id=1 decom=2018-05-01 dec=2018-08-01 rec=E11
        placed_adoption child_id=1 date_placed=2018-04-05 date_placed_ceased=2018-06-01
        episodes child_id=2 decom=2018-05-01 dec=2018-08-01 rec=E11
        placed_adoption child_id=2 date_placed=2018-04-05
        """,
        owner=Owner.ADOPTION,
    ),
    _rule(
        "557",
        "episodes",
        "Care ended other than by adoption, and a decision to place for adoption still stands.",
        "episodes.dec is not null and episodes.rec not in ('X1', 'E11', 'E12') and exists"
        " (select 1 from placed_adoption where placed_adoption.child_id = episodes.child_id"
        " and placed_adoption.date_placed is not null and placed_adoption.date_placed_ceased is null)"
        f" and {LAST}",
        """
        ! episodes child_id=1 decom=2018-05-01 dec=2018-08-01 rec=E4A
        placed_adoption child_id=1 date_placed=2018-04-05
        episodes child_id=2 decom=2018-05-01 dec=2018-08-01 rec=E11
        placed_adoption child_id=2 date_placed=2018-04-05
        """,
        owner=Owner.ADOPTION,
    ),
)
