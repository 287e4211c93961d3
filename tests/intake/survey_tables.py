"""Invented special educational needs surveys (SEN2) as the tables they leave the Department’s collection system as."""

from __future__ import annotations

from pathlib import Path

from tests.intake.survey_documents import ANN, BEN

DAY = "2019-Jan-17 00:00:00"
TABLES = {
    "sen2": f"""sen2tableid,NativeId,sen2orderseqcolumn,sourceid,collection,year,referencedate,sourcelevel,lea,dmo,dco
1,,1,9,SEN2,2019,{DAY},L,999,,
""",
    "person": f"""persontableid,NativeId,personorderseqcolumn,sourceid,sen2tableid,surname,forename,personbirthdate,sex,\
ethnicity,postcode,upn,uniquelearnernumber,upnunknown
11,,1,9,1,Reed,Ann,2010-May-01 00:00:00,F,WBRI,AA1 1AA,{ANN},,
12,,2,9,1,Reed,Ben,2009-May-01 00:00:00,M,WBRI,AA1 1AA,{BEN},,
""",
    "requests": """requeststableid,NativeId,requestsorderseqcolumn,sourceid,persontableid,receiveddate,rya,\
requestoutcomedate,requestoutcome,requestmediation,requesttribunal,exported
21,,1,9,11,2018-Jan-08 00:00:00,,2018-Feb-12 00:00:00,Y,,,
22,,2,9,11,2018-Jun-04 00:00:00,,2018-Jul-02 00:00:00,N,,,
23,,3,9,12,,,,H,,,
""",
    "assessment": """assessmenttableid,NativeId,assessmentorderseqcolumn,sourceid,requeststableid,assessmentoutcome,\
assessmentoutcomedate,assessmentmediation,assessmenttribunal,othermediation,othertribunal,week20
31,,1,9,21,Y,2018-Apr-20 00:00:00,,,,,0
32,,2,9,23,H,,,,,,
""",
    "namedplan": """namedplantableid,NativeId,namedplanorderseqcolumn,sourceid,assessmenttableid,startdate,planres,\
planwbp,pb,oa,dp,ceasedate,ceasereason
41,,1,9,31,2018-May-28 00:00:00,,,,,,,
42,,2,9,32,2014-Sep-01 00:00:00,,,,,,2018-Jul-20 00:00:00,1
""",
    "plandetail": """plandetailtableid,NativeId,plandetailorderseqcolumn,sourceid,namedplantableid,urn,ukprn,sensetting,\
sensettingother,placementrank,senunitindicator,resourcedprovisionindicator
45,,1,9,41,123456,,,,1,,
""",
    "activeplans": """activeplanstableid,NativeId,activeplansorderseqcolumn,sourceid,requeststableid,transferla,\
reviewmeeting,reviewoutcome,lastreview
51,,1,9,21,,2018-Nov-05 00:00:00,M,2018-Nov-30 00:00:00
52,,2,9,23,,,,
""",
    "placementdetail": """placementdetailtableid,NativeId,placementdetailorderseqcolumn,sourceid,activeplanstableid,res,\
wbp,urn,ukprn,sensetting,sensettingother,placementrank,entrydate,leavingdate
55,,1,9,51,,,123456,,,,1,2018-Sep-03 00:00:00,
""",
    "senneed": """senneedtableid,NativeId,senneedorderseqcolumn,sourceid,activeplanstableid,sentype,sentyperank
61,,1,9,51,SLCN,2
62,,2,9,51,ASD,1
63,,3,9,52,MLD,1
""",
}


def write_tables(folder: Path, **instead: str) -> Path:
    """The nine files, one to a table, under names that say nothing; `instead` replaces or, where empty, leaves out."""
    folder.mkdir(parents=True, exist_ok=True)
    for at, text in enumerate((TABLES | instead).values()):
        if text:
            (folder / f"export {at}.csv").write_text(text, encoding="utf-8")
    return folder
