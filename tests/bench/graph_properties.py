#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a graph of many documents must keep, measured: the same bytes for every order, batch and number of threads; the
graph of A after A + B less B; and the cost of one more document on a growing graph.

  graph_properties.py FOREWHEN orders [FILE.jsonl...] [--documents 200] [--orders 20]
  graph_properties.py FOREWHEN retraction [FILE.jsonl...] [--documents 60] [--subsets 100]
  graph_properties.py FOREWHEN growth [--sizes 100,1000,10000] [--more 100] [--days 0.5]

A FILE has a document a line, as `build --input-format jsonl` reads it; of several files the documents are drawn from
all. Without one, documents are made up, seeded: short reports about people and towns. Those of `growth` come one after
the other as news does, --days apart, so that what happens at one time does not grow with the graph; with --span they
all fall into that many days, in no order, and the graph grows denser. Times are processor time, the least of --repeat;
prints a table.
"""
import argparse
import datetime
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile


def run(args, text=None):
    done = subprocess.run(args, input=text, capture_output=True, text=True)
    if done.returncode not in (0, 3):
        sys.exit("%s: %s" % (" ".join(args), done.stderr.strip()))
    return done.stdout


def graph(program, db):
    out = run([program, "events", "--db", db, "--json", "--limit", "0"])
    return out + run([program, "stats", "--db", db])


def build(program, db, documents, threads=2):
    text = "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in documents)
    run([program, "build", "--db", db, "--input-format", "jsonl", "--threads", str(threads), "-"], text)


def documents_of(args):
    if not args.files:
        # Many on one day, so that they have events in common.
        return list(articles(args.documents, args.seed, span=args.documents // 10 + 1, people=args.documents // 8 + 2,
                             towns=5))
    documents = []
    for number, path in enumerate(args.files):
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                d = json.loads(line)
                d = {k: d[k] for k in ("id", "published", "title", "text") if d.get(k)}
                documents.append(dict(d, id="%d:%s" % (number, d["id"])))
    if len(documents) > args.documents:
        documents = random.Random(args.seed).sample(documents, args.documents)
    return documents


def orders(args, folder):
    documents = documents_of(args)
    chance = random.Random(args.seed)
    expected, differ, trials = None, 0, 0
    for order in range(args.orders):
        shuffled = documents[:]
        if order:
            chance.shuffle(shuffled)
        threads, batch = (1, 2, 4)[order % 3], (1, 7, len(documents))[order // 3 % 3]
        db = os.path.join(folder, "db%d" % order)
        for at in range(0, len(shuffled), batch):
            build(args.forewhen, db, shuffled[at:at + batch], threads)
        now = graph(args.forewhen, db)
        expected = expected or now
        trials += 1
        differ += now != expected
        shutil.rmtree(db)
    print("orders\t%d documents\t%d orders\t1, 2, 4 threads\tbatches of 1, 7, all\t%d differ" %
          (len(documents), trials, differ))
    return differ


def retraction(args, folder):
    documents = documents_of(args)
    chance = random.Random(args.seed)
    differ = 0
    for trial in range(args.subsets):
        kept = [d for d in documents if chance.random() < chance.choice((0.2, 0.5, 0.9))]
        gone = [d["id"] for d in documents if d not in kept]
        one, other = os.path.join(folder, "one"), os.path.join(folder, "other")
        build(args.forewhen, one, documents)
        build(args.forewhen, other, kept)
        if gone:
            run([args.forewhen, "retract", "--db", one] + gone)
        differ += graph(args.forewhen, one) != graph(args.forewhen, other)
        shutil.rmtree(one)
        shutil.rmtree(other, ignore_errors=True)
    print("retraction\t%d documents\t%d subsets\t%d differ" % (len(documents), args.subsets, differ))
    return differ


GIVEN = "Ana Tomas Lena Daniel Marta Emil Ruth Omar Nadia Pavel Ines Karim Sofia Viktor Leila Hugo".split()
DEEDS = ("{a} met {b} in {t} on {w}.", "Police arrested {a} near {t} on {w}.", "{a} accused {b} of fraud.",
         "Gunmen attacked the market of {t} on {w}, killing {n} people.", "{a} resigned after protests in {t}.",
         "Supporters of {a} clashed with police in {t} on {w}.", "{a} said that talks with {b} would go on.",
         "A court in {t} sentenced {a} to {n} years in prison.", "Workers in {t} began a strike on {w}.")
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def articles(count, seed, span=None, each=None, people=1000, towns=100):
    """`count` articles: within `span` days in no order of time, or `each` so many days after the one before."""
    chance = random.Random(seed)
    syllables = "ka ru mo ve lin sto bar tel do shi na per gor zal mi".split()

    def word():
        return "".join(chance.choice(syllables) for _ in range(3)).capitalize()
    people = [chance.choice(GIVEN) + " " + word() for _ in range(people)]
    towns = [word() for _ in range(towns)]
    first = datetime.date(2008, 1, 1)
    for i in range(count):
        day = first + datetime.timedelta(days=chance.randrange(span) if span else int(i * each))
        a, b = chance.choice(people), chance.choice(people)
        text = " ".join(chance.choice(DEEDS).format(a=a, b=b, t=chance.choice(towns), w=chance.choice(DAYS),
                                                    n=chance.randrange(2, 30)) for _ in range(8))
        yield {"id": "a%06d" % i, "published": day.isoformat(), "text": text}


def processor_time(args, db, documents):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    build(args.forewhen, db, documents, threads=1)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def growth(args, folder):
    sizes = [int(s) for s in args.sizes.split(",")]
    everything = list(articles(max(sizes) + args.more, args.seed, args.span, args.days))
    db, done = os.path.join(folder, "db"), 0
    for size in sizes:
        build(args.forewhen, db, everything[done:size])
        done = size
        # With --span every graph gets the same documents, else those of the days that follow.
        more = everything[max(sizes):] if args.span else everything[size:size + args.more]
        opening, costs = [], []
        for _ in range(args.repeat):
            opening.append(processor_time(args, db, []))
            costs.append(processor_time(args, db, more))
            run([args.forewhen, "retract", "--db", db] + [d["id"] for d in more])
        cost = (min(costs) - min(opening)) / len(more)
        print("growth\t%d documents\t%.2f ms a further document" % (size, 1000 * cost), flush=True)
    return 0


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("forewhen")
    p.add_argument("what", choices=("orders", "retraction", "growth"))
    p.add_argument("files", nargs="*", metavar="FILE")
    p.add_argument("--documents", type=int, default=None)
    p.add_argument("--orders", type=int, default=20)
    p.add_argument("--subsets", type=int, default=100)
    p.add_argument("--sizes", default="100,1000,10000")
    p.add_argument("--more", type=int, default=100)
    p.add_argument("--days", type=float, default=0.5, help="growth: from one document to the next")
    p.add_argument("--span", type=int, help="growth: days of all documents, however many; then not --days")
    p.add_argument("--repeat", type=int, default=3, help="growth: how often, of which the least counts")
    p.add_argument("--seed", type=int, default=20211108)
    args = p.parse_args()
    args.documents = args.documents or (200 if args.what == "orders" else 60)
    with tempfile.TemporaryDirectory(prefix="forewhen-") as folder:
        sys.exit(1 if {"orders": orders, "retraction": retraction, "growth": growth}[args.what](args, folder) else 0)


if __name__ == "__main__":
    main()
