import { dialogueRules as rules } from '@multaqa/shared/dialogue';
import { readConfig } from './config.ts';
import { readLog, viewAs, wayOf } from './inspect/inspect.ts';
import { parseArguments, usage, type Wanted } from './inspect/parse-arguments.ts';
import { jsonOf, lineOf } from './inspect/print.ts';
import { type LogReader, openLogReader } from './platform/store/read-log.ts';

// Looks into the log of a dialogue beside a running server. The database itself refuses writes on this connection.
const say = (text: string) => process.stdout.write(`${text}\n`);

const wanted = parseArguments(process.argv.slice(2));
const read = readConfig();
if (!wanted) {
  say(usage);
  process.exitCode = 2;
} else if (!read.ok) {
  for (const mistake of read.mistakes) say(mistake);
  process.exitCode = 1;
} else {
  const { DATABASE_URL, DATA_DIR } = read.config;
  const log = openLogReader(
    DATABASE_URL ? { kind: 'postgres', url: DATABASE_URL } : { kind: 'sqlite', folder: DATA_DIR },
  );
  process.exitCode = await look(log, wanted).finally(log.close);
}

/** Says what is wanted; the exit code tells whether it was found. */
async function look(log: LogReader, { dialogue, at, as, command }: Wanted): Promise<number> {
  if (command) return tellCommand(log, dialogue, command);
  const { facts, state, problem } = await readLog({ rules, log }, { dialogue, at });
  if (facts.length === 0) {
    say(
      'There is no log of this dialogue here. The id stands in the address of its page; DATA_DIR or DATABASE_URL says where to look.',
    );
    return 1;
  }
  if (as) {
    const view = state && viewAs(rules, state, as);
    say(view ? jsonOf(view) : 'This person belongs to nothing here at this position.');
    return view ? 0 : 1;
  }
  for (const fact of facts) say(lineOf(fact));
  say(
    state ? `\nThe state at ${facts.at(-1)?.seq}:\n${jsonOf(state)}` : `\nThe log cannot be read further: ${problem}`,
  );
  return state ? 0 : 1;
}

async function tellCommand(log: LogReader, dialogue: string, command: string): Promise<number> {
  const way = await wayOf(log, dialogue, command);
  if (!way) {
    say('No command of this id was accepted. The log of the server tells refusals at LOG_LEVEL=debug.');
    return 1;
  }
  const { accepted, facts } = way;
  say(`accepted from ${accepted.actor}, answered with position ${accepted.seq}`);
  say(facts.length > 0 ? 'facts:' : 'It changed nothing.');
  for (const fact of facts) say(lineOf(fact));
  return 0;
}
