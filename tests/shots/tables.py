"""Made-up tables for the pictures of an import: a clinic's list, and the export of a CRM."""

from pathlib import Path

LIST = """\
PatientID,Last,First,DOB,Sex,Home Phone,Cell,Street,City,ZIP,Do Not Call,Visit Reason
4401,Whitfield,Denise,03/04/1974,F,937-555-0188,,12 Elm Street,Dayton,45402,N,Flu shot
4402,Abernathy,Carl,11/09/1958,M,937-555-0119,937-555-0163,4 Wayne Avenue,Dayton,45410,Y,Check-up
4403,Jankowski,Harold,02/03/1944,M,937-555-0142,,88 Oak Lane,Kettering,45429,N,
4404,Okafor,Imani,07/05/1991,F,,937-555-0171,301 Third Street,Dayton,45402,N,New mom visit
4405,Brandt,Walter,09/12/1962,M,937-555-0155,,17 Hill Road,Xenia,45385,N,Physical
"""
CRM = {
    "contacts": """\
id,contact_type,display_name,first_name,last_name,gender_id,birth_date,do_not_phone,do_not_email,is_deceased,is_opt_out
12,Individual,Denise Whitfield,Denise,Whitfield,1,1974-03-04,0,0,0,0
13,Individual,Carl Abernathy,Carl,Abernathy,2,1958-11-09,1,0,0,1
14,Household,Jankowski household,,,,,0,0,0,0
15,Individual,Imani Okafor,Imani,Okafor,1,1991-07-05,0,1,0,0
16,Organization,Wayne Avenue Clinic,,,,,0,0,0,0
""",
    "phones": """\
id,contact_id,location_type_id,is_primary,phone,phone_ext,phone_type_id
1,12,1,1,937-555-0188,,1
2,13,1,1,937-555-0119,,1
3,13,2,0,937-555-0163,14,2
4,15,1,1,937-555-0171,,2
""",
    "activities": """\
id,activity_type_id,subject,activity_date_time,status_id,details,source_contact_id,priority_id
70,2,Flu season call,2026-10-12 10:40:00,4,,12,2
71,2,Flu season call,2026-10-12 11:05:00,5,Rang twice,13,2
72,1,Flu clinic,2026-10-20 09:00:00,2,,15,1
73,3,Reminder,2026-10-21 08:00:00,2,,12,3
""",
    "relationships": """\
id,contact_id_a,contact_id_b,relationship_type_id,is_active,end_date
1,15,12,1,1,
2,12,13,2,1,
""",
    "visits": """\
Visit ID,Person,Visit Date,Came,Clinic
v1,12,03/04/2026,Y,Wayne Avenue
v2,13,05/06/2026,N,Wayne Avenue
v3,15,,Y,Oak Lane
""",
    "staff": """\
Login,Desk,Team
jmays,4,Outreach
tzielinski,7,Outreach
""",
}


def written(folder: Path, **tables: str) -> list[Path]:
    """Writes each table as a CSV file of its name."""
    paths = [folder / f"{name}.csv" for name in tables]
    for path, text in zip(paths, tables.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths
