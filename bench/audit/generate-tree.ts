import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AuditManifestSchema, type AuditManifest } from '../../harness/contract/audit-manifest.ts';

/** Numbers that look random and are the same in every run (mulberry32). */
function createPicker(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const nouns =
  'order stock invoice route user ticket report batch lease mail page price shift claim label'.split(
    ' ',
  );
const verbs =
  'load save find drop plan send read check merge split count print route apply close'.split(' ');

function word(list: readonly string[], pick: (limit: number) => number): string {
  return list[pick(list.length)] ?? '';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function methodText(name: string, pick: (limit: number) => number): string {
  const noun = word(nouns, pick);
  return `
    ${pick(3) === 0 ? 'async ' : ''}def ${name}(self, ${noun}_id: str, limit: int = ${pick(90)}, *, strict=False) -> dict:
        """Does something with the ${noun}; the text is as long as such texts are.

        It says what the parameters mean, class and def included, and ends: "here".
        """
        rows = self.rows.get(${noun}_id, [])
        if not rows and strict:
            raise KeyError(f"no {${noun}_id!r} among {len(self.rows)} rows")
        found = [row for row in rows if row["limit"] < limit]  # not all of them
        return {"${noun}": found, "count": len(found), "note": 'it''s done'}
`;
}

function moduleText(at: number, pick: (limit: number) => number): string {
  const noun = word(nouns, pick);
  const other = pick(Math.max(1, at));
  const classes = Array.from({ length: 2 }, (_, nth) => {
    const methods = Array.from({ length: 7 }, () =>
      methodText(`${word(verbs, pick)}_${word(nouns, pick)}`, pick),
    );
    return `
class ${capital(noun)}${capital(word(verbs, pick))}er${at}${nth === 0 ? '' : 'Extra'}:
    """Keeps ${noun}s."""

    def __init__(self, rows: dict | None = None):
        self.rows = rows or {}
${methods.join('')}`;
  });
  return `"""Module ${at} of a generated tree."""
from __future__ import annotations

import json
import logging
from typing import Any, Optional
from app.part${other % 100}.module${other} import LIMIT as OTHER_LIMIT

LIMIT = ${at}
log = logging.getLogger(__name__)
${classes.join('\n')}

def run_${noun}_${at}(settings: dict, *names: str) -> Optional[Any]:
    for name in names:
        log.info("running %s with %s", name, json.dumps(settings))
    return OTHER_LIMIT + LIMIT
`;
}

const roles = ['Ledger', 'Courier', 'Planner'];

/** The manifest of a generated tree: three roles, each with its factory. */
export function generatedManifest(): AuditManifest {
  return AuditManifestSchema.parse({
    roles: roles.flatMap((role) => {
      const lower = role.toLowerCase();
      return [
        { id: lower, lang: 'py', canonical: `app/desks/${lower}_0.py:${role}Desk` },
        {
          id: `${lower}-factory`,
          lang: 'py',
          canonical: `app/desks/${lower}_0.py:make_${lower}_0`,
          factoryOf: lower,
        },
      ];
    }),
  });
}

/** A few roles with competing classes, factories and consumers, so that the rules have something to find. */
function roleText(role: string, copy: number): string {
  const lower = role.toLowerCase();
  return `
class ${copy === 0 ? '' : `Copy${copy}`}${role}Desk:
    def __init__(self, ${lower}_store): self.store = ${lower}_store
    def open_${lower}(self, ${lower}_id): return [${lower}_id]
    def settle_${lower}(self, ${lower}_id, amount): return [amount]
    def close_${lower}(self, ${lower}_id): return []


def make_${lower}_${copy}(store):
    return ${copy === 0 ? '' : `Copy${copy}`}${role}Desk(store)
`;
}

function write(root: string, path: string, text: string): number {
  const absolute = join(root, path);
  mkdirSync(dirname(absolute), { recursive: true });
  writeFileSync(absolute, text);
  return text.length;
}

/**
 * Writes a Python tree of about `files` files below `root`, the same for the same number: modules, tests, and
 * three roles with six competitors each.
 * @returns bytes written
 */
export function generateTree(root: string, files: number): number {
  const pick = createPicker(7);
  let bytes = write(root, 'app/__init__.py', '');
  for (const role of roles)
    for (let copy = 0; copy < 7; copy += 1)
      bytes += write(root, `app/desks/${role.toLowerCase()}_${copy}.py`, roleText(role, copy));
  bytes += write(root, 'app/desks/__init__.py', '');
  for (let at = 0; at < files; at += 1) {
    const text = moduleText(at, pick);
    const role = (roles[at % 3] ?? '').toLowerCase();
    const consumer =
      at % 20 === 0
        ? `\nfrom app.desks.${role}_${at % 7} import make_${role}_${at % 7}\nDESK = make_${role}_${at % 7}({})\n`
        : '';
    bytes +=
      at % 4 === 3
        ? write(
            root,
            `tests/part${at % 100}/test_module${at}.py`,
            `${text}\n\ndef test_limit():\n    assert LIMIT == ${at}\n`,
          )
        : write(root, `app/part${at % 100}/module${at}.py`, text + consumer);
  }
  for (let part = 0; part < 100; part += 1) bytes += write(root, `app/part${part}/__init__.py`, '');
  return bytes;
}
