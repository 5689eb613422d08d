# SPDX-License-Identifier: Apache-2.0
# What python3-jsonschema says of lines of JSON: verdicts.py SCHEMA < LINES prints 1 (valid) or 0 a line.
# Exit code 77 where it is not installed or does not know draft 2020-12.
import json
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    sys.exit(77)

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
for line in sys.stdin:
    print(int(validator.is_valid(json.loads(line))))
