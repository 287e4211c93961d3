"""The children’s social work workforce census: the Department for Education’s yearly return of social workers, as XML.

It is of 30 September, and of those who left in the year before it. Elements and codes are those of the published
schemas of 2021, 2023, 2024 and 2025; those of 2019, 2020, 2022 and 2026 we have not seen, and an element that they
alone have is named to whoever loads the file. Workers’ birth dates, pay, ethnic group and qualifications are read past
and never kept.
"""

from everychild.layouts.document import DocumentLayout, StatedCount
from everychild.layouts.workforce_census.social_workers import ROOT, VACANCIES, WORKERS

WORKFORCE_CENSUS = DocumentLayout(
    name="workforce_census",
    title="Children’s social work workforce census",
    unit=ROOT,
    known_by="SWENo",
    header={
        "Collection": f"{ROOT}/Header/CollectionDetails/Collection",
        "Year": f"{ROOT}/Header/CollectionDetails/Year",
        "ReferenceDate": f"{ROOT}/Header/CollectionDetails/ReferenceDate",
        "SourceLevel": f"{ROOT}/Header/Source/SourceLevel",
        "LEA": f"{ROOT}/Header/Source/LEA",
        "SoftwareCode": f"{ROOT}/Header/Source/SoftwareCode",
        "Release": f"{ROOT}/Header/Source/Release",
        "SerialNo": f"{ROOT}/Header/Source/SerialNo",
        "DateTime": f"{ROOT}/Header/Source/DateTime",
    },
    tables=(WORKERS, VACANCIES),
    collection="CSWW",
    stated_counts=(
        # Agency workers in post: those who had left by the day are not among them.
        StatedCount("LALevelVacancies", "NoAgencyHeadcount", "CSWWWorker", "AgencyWorker", "1", "RoleEndDate"),
    ),
    closes_on=(9, 30),
)

__all__ = ["WORKFORCE_CENSUS"]
