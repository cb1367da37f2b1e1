import { dialogueRules } from '@multaqa/shared/dialogue';
import type { Session } from '@multaqa/shared/facilitate/sessions/sessions.state';
import type { Person } from '@multaqa/shared/people/people.state';
import { createExample } from '../../server/src/about/create-dialogue.ts';
import type { Config } from '../../server/src/config.ts';
import { loadDialogue } from '../../server/src/dialogue/load-dialogue.ts';
import { firstAccount } from '../../server/src/people/organisers.routes.ts';
import { hashOf, openSecrets } from '../../server/src/platform/secrets.ts';
import { openStore } from '../../server/src/platform/store/open-store.ts';

/** Where the simulation takes place: a session of the example dialogue, and whom the tokens let in; the first is a facilitator. */
export type Prepared = {
  dialogue: string;
  session: string;
  /** Lets the organiser in. */
  organiser: string;
  guests: readonly { person: string; name: string; languages: readonly ('en' | 'ar' | 'fr' | 'de')[]; token: string }[];
};

/** Those of the example's people who are not simulated, such as observers: so many more are made. */
const spare = 12;

/** Makes an example dialogue in the database of this installation, beside a server that may be running, with join links for so many people. */
export async function prepareLive({ DATA_DIR, DATABASE_URL }: Config, people: number): Promise<Prepared> {
  const secrets = await openSecrets(DATA_DIR);
  const store = await openStore(
    DATABASE_URL ? { kind: 'postgres', url: DATABASE_URL } : { kind: 'sqlite', folder: DATA_DIR },
  );
  try {
    const now = Date.now();
    const created = await createExample(
      { store, rules: dialogueRules, now },
      await firstAccount(store, now),
      people + spare,
    );
    if (!created.ok) throw new Error(`the example dialogue was refused: ${created.refusal}`);
    const { dialogue } = created;
    const { state } = await loadDialogue(dialogue, dialogueRules, store.dialogues);
    const all = Object.values(state.people as Record<string, Person>);
    const everybody = all.filter(({ role }) => role !== 'organiser');
    const organiser = all.find(({ role }) => role === 'organiser') as Person;
    const facilitators = everybody.filter(({ role }) => role === 'facilitator');
    const others = everybody.filter(({ role }) => role === 'participant' || role === 'note-taker');
    const guests = [...facilitators.slice(0, 1), ...others]
      .slice(0, people)
      .map(({ person, name, languages, link }) => ({
        person,
        name: name ?? '',
        languages,
        link,
        token: secrets.joinToken(dialogue, person, link),
      }));
    const host = { ...organiser, token: secrets.joinToken(dialogue, organiser.person, organiser.link) };
    for (const { person, link, token } of [host, ...guests])
      await store.doors.putLink({ hash: hashOf(token), dialogue, person, version: link, createdAt: now });
    const [session] = Object.values(state.sessions as Record<string, Session>).sort(
      (a, b) => a.plan.startsAt - b.plan.startsAt,
    );
    return { dialogue, session: session?.session ?? '', organiser: host.token, guests };
  } finally {
    await store.close();
  }
}
