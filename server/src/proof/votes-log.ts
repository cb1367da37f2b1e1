import { DatabaseSync } from 'node:sqlite';

/** Sums in the order of their keys, so that equal ones have one text. */
export const sorted = (sums: Record<string, number>) =>
  Object.fromEntries(Object.entries(sums).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The result of a run: `few` instead of options where it has too few ballots to be told. */
type RunResult = { sums: Record<string, number>; finals: number; late: number };

/** What the log says of every run: last votes or the last count, and votes after the position at which it was closed. */
export function readResults(file: string): Map<string, RunResult> {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare("SELECT kind, data FROM fact WHERE kind LIKE 'polls.%' ORDER BY dialogue, seq").all();
  database.close();
  type Run = { isOpen: boolean; votes: Map<string, string> } & RunResult;
  const runs = new Map<string, Run>();
  for (const { kind, data } of rows as { kind: string; data: string }[]) {
    const fact = JSON.parse(data);
    const run: Run = runs.get(fact.run) ?? { isOpen: true, votes: new Map(), sums: {}, finals: 0, late: 0 };
    if (fact.run) runs.set(fact.run, run);
    if (kind === 'polls.closed') run.isOpen = false;
    if (kind === 'polls.reopened') run.isOpen = true;
    if (kind === 'polls.voted') {
      run.late += run.isOpen ? 0 : 1;
      run.votes.set(fact.person, fact.ballot.choose[0]);
      run.sums = {};
      for (const option of run.votes.values()) run.sums[option] = (run.sums[option] ?? 0) + 1;
    }
    if (kind === 'polls.counted' && fact.step === 'final') {
      run.finals += 1;
      run.sums = fact.ballots < 5 ? { few: fact.ballots } : Object.fromEntries(fact.tally.sums);
    }
  }
  const results = new Map<string, RunResult>();
  for (const [run, { sums, finals, late }] of runs) results.set(run, { sums: sorted(sums), finals, late });
  return results;
}
