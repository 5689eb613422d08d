# SPDX-License-Identifier: Apache-2.0
"""Reads what export wrote with programs of others and compares events and dates with the csv. Exit code 77: none there."""
import csv
import importlib
import json
import shutil
import sqlite3
import subprocess
import sys
import xml.etree.ElementTree as xml

out = sys.argv[1] + "/"
csv.field_size_limit(1 << 30)
rows = list(csv.DictReader(open(out + "csv", newline="", encoding="utf-8")))
dated = [row for row in rows if row["start_min"]]
common = [row for row in dated if row["start_min"][0] not in "-+"]
checks = 0


def same(what, found, wanted):
    global checks
    checks += 1
    if found != wanted:
        print(f"export: {what}: found {found!r}, but csv has {wanted!r}")
        sys.exit(1)


def module(name):
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"export: no python3-{name} here: passed over")
        return None


def full(time):
    day, _, clock = time.partition("T")
    return day.lstrip("+") + "T" + ((clock + ":00")[:8] if clock else "00:00:00") + "Z"


def read_tsv():
    lines = open(out + "tsv", encoding="utf-8").read().split("\n")[:-1]
    same("tsv rows", len(lines) - 1, len(rows))
    same("tsv columns", {line.count("\t") for line in lines}, {len(rows[0]) - 1})


def read_json():
    graph = json.load(open(out + "json", encoding="utf-8"))
    same("json events", [event["event"] for event in graph["events"]], [row["id"] for row in rows])
    same("json dates", [(event["when"] or {}).get("edtf") or "" for event in graph["events"]], [row["edtf"] for row in rows])
    lines = [json.loads(line) for line in open(out + "jsonl", encoding="utf-8")]
    same("jsonl documents", lines, graph["documents"])
    ftm = [json.loads(line) for line in open(out + "ftm", encoding="utf-8")]
    same("ftm events", [e["id"] for e in ftm if e["schema"] == "Event"], [row["id"] for row in rows])
    same("ftm dates", sum("date" in e["properties"] or "startDate" in e["properties"] for e in ftm), len(common))
    sketch = [json.loads(line) for line in open(out + "timesketch", encoding="utf-8")]
    begins = [line for line in sketch if line["timestamp_desc"] in ("event begin", "event begin (earliest)")]
    same("timesketch events", {line["event_id"]: line["datetime"] for line in begins},
         {row["id"]: full(row["start_min"])[:-1] + "+00:00" for row in common})
    points = list(csv.DictReader(open(out + "kepler", newline="", encoding="utf-8")))
    same("kepler rows", [row["id"] for row in points], [row["id"] for row in common if row["lat"]])


def read_xml():
    for name in ("graphml", "gexf", "gexf-1.2", "svg"):
        if shutil.which("xmllint"):
            subprocess.run(["xmllint", "--noout", out + name], check=True)
        else:
            print("export: no xmllint here: passed over")
    space = "{http://gexf.net/1.3}"
    nodes = xml.parse(out + "gexf").iter(space + "node")
    same("gexf dates", {node.get("id"): node.get("start") for node in nodes if node.get("start")},
         {row["id"]: full(row["start_min"]) for row in common})


def read_svg():
    space = "{http://www.w3.org/2000/svg}"
    tooltips = [group.findtext(space + "title") for group in xml.parse(out + "svg").iter(space + "g")]
    same("svg events", {tip.rsplit(" | ", 1)[1] for tip in tooltips} >= {row["id"] for row in dated}, True)
    edtf = {tip.rsplit(" | ", 1)[1]: part[5:] for tip in tooltips for part in tip.split(" | ") if part.startswith("EDTF ")}
    same("svg dates", {row["id"]: edtf.get(row["id"], "") for row in dated}, {row["id"]: row["edtf"] for row in dated})


def read_graphml(networkx):
    graph = networkx.read_graphml(out + "graphml")
    events = {name: data for name, data in graph.nodes(data=True) if data["kind"] == "event"}
    same("graphml events", {name: data.get("start_min", "") for name, data in events.items()},
         {row["id"]: row["start_min"] for row in rows})
    same("graphml labels", {name: data["label"] for name, data in events.items()}, {row["id"]: row["what"] for row in rows})
    same("graphml stated orders", sum(data["relation"] == "before" for _, _, data in graph.edges(data=True)), 1)
    gexf = networkx.read_gexf(out + "gexf-1.2")
    found = {name: data for name, data in gexf.nodes(data=True) if data["kind"] == "event"}
    same("gexf-1.2 events", {name: (data["label"], data.get("start_min", "")) for name, data in found.items()},
         {row["id"]: (row["what"], row["start_min"]) for row in rows})
    same("gexf-1.2 dates", {name: data["start"] for name, data in found.items() if "start" in data},
         {row["id"]: row["start_min"][:10] for row in common})
    same("gexf-1.2 ties", sorted((a, b) for a, b in gexf.edges()), sorted((a, b) for a, b in graph.edges()))


def read_ics(icalendar):
    calendar = icalendar.Calendar.from_ical(open(out + "ics", "rb").read())
    found = {str(event["uid"]).split("@")[0]: event["dtstart"].dt.isoformat()[:10] for event in calendar.walk("VEVENT")}
    same("ics dates", found, {row["id"]: row["start_min"][:10] for row in common})
    titles = {str(event["uid"]).split("@")[0]: str(event["summary"]) for event in calendar.walk("VEVENT")}
    same("ics titles", titles, {row["id"]: row["what"].replace("\r", "") for row in common})
    for line in open(out + "ics", "rb").read().split(b"\r\n"):
        same("ics line within 75 octets", len(line) <= 75, True)


def read_rdf(rdflib):
    sem = rdflib.Namespace("http://semanticweb.cs.vu.nl/2009/11/sem/")
    rdflib.NORMALIZE_LITERALS = False  # or it reads the year 12024 as 1202
    sizes = set()
    for form in ("turtle", "trig"):
        graph = rdflib.Dataset(default_union=True)
        graph.parse(out + form, format=form)
        events = set(graph.subjects(rdflib.RDF.type, sem.Event))
        same(form + " events", len(events), len(rows))
        starts = {str(s).rsplit(":", 1)[1]: str(o) for s, o in graph.subject_objects(sem.hasEarliestBeginTimeStamp)}
        same(form + " dates", starts, {row["id"]: full(row["start_min"]) for row in dated})
        sizes.add(len(set(graph.triples((None, None, None)))))
        if shutil.which("rapper"):
            subprocess.run(["rapper", "-q", "-c", "-i", form, out + form], check=True)
        else:
            print("export: no rapper here: passed over")
    same("turtle and trig say the same", len(sizes), 1)
    graph = rdflib.Graph()
    graph.parse(out + "jsonld", format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    same("jsonld events", len(set(graph.subjects(rdflib.RDF.type, schema.Event))), len(rows))
    same("jsonld dates", len(set(graph.subjects(schema.startDate))), len(dated))


def read_sqlite():
    database = sqlite3.connect(out + "sqlite")
    same("sqlite is sound", database.execute("PRAGMA integrity_check").fetchone(), ("ok",))
    found = database.execute("SELECT id, coalesce(start_min, ''), what FROM events ORDER BY rowid").fetchall()
    same("sqlite events", found, [(row["id"], row["start_min"], row["what"]) for row in rows])
    same("sqlite search", len(database.execute("SELECT id FROM events_fts WHERE events_fts MATCH 'Caesar'").fetchall()), 1)


def read_dot():
    if not shutil.which("dot"):
        print("export: no dot here: passed over")
        return
    plain = subprocess.run(["dot", "-Tplain", out + "dot"], check=True, capture_output=True, text=True).stdout
    drawn = {line.split()[1] for line in plain.splitlines() if line.startswith("node ")}
    same("dot events", {name for name in drawn if name.startswith("e")}, {row["id"] for row in rows})


def read_neo4j():
    def table(name):
        return list(csv.DictReader(open(out + "neo4j/" + name, newline="", encoding="utf-8")))
    events = table("nodes-event.csv")
    same("neo4j events", {row["eventId:ID(Event)"] for row in events}, {row["id"] for row in rows})
    ids = {row["eventId:ID(Event)"] for row in events} | {row["actorId:ID(Actor)"] for row in table("nodes-actor.csv")}
    for row in table("participations.csv"):
        same("neo4j ends", {row[":START_ID(Event)"], row[":END_ID(Actor)"]} <= ids, True)


read_tsv()
read_json()
read_xml()
read_svg()
read_sqlite()
read_dot()
read_neo4j()
for name, read in (("networkx", read_graphml), ("icalendar", read_ics), ("rdflib", read_rdf)):
    library = module(name)
    if library:
        read(library)
print(f"export: {checks} comparisons with readers of Debian, all the same")
