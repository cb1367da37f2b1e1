import type { Published } from '@multaqa/shared/cluster/cluster.state';
import { limits } from '@multaqa/shared/limits';
import type { Names } from '@multaqa/shared/names';
import { newId } from '../../server/src/app.samples.ts';
import type { Client } from '../../server/src/client.samples.ts';

/** What people of each room work on, in the two languages in which most of the example read. */
const task = {
  en: 'Choose one thing that a town could begin next month, and write down who has to agree.',
  ar: 'اختاروا أمراً واحداً يمكن لبلدية أن تبدأ به الشهر المقبل، واكتبوا من عليه أن يوافق.',
};

/** The organiser prepares a breakout for each published cluster; a click of theirs opens them. */
export async function prepareRooms(client: Client, session: string): Promise<void> {
  const view = client.view() as unknown as { cluster?: { published: Published | null } };
  const published = view.cluster?.published;
  if (!published) return;
  const grouping = newId();
  const members = published.clusters.map(({ cluster }) =>
    Object.keys(published.of).filter(person => published.of[person] === cluster),
  );
  await client.command('breakouts.prepare', {
    ...{ grouping, session, title: 'In your clusters', way: 'cluster', round: null },
    rooms: published.clusters.map(({ cluster, names, mark }) => ({
      ...{ room: `${session}/${newId()}`, names: shortened(names), mark, cluster },
    })),
    sizes: members.map(({ length }) => length),
    people: members.flat(),
  });
  await client.command('breakouts.rule', { grouping, minutes: 20, late: 'cluster', plenary: 'open', seats: null });
  for (const [language, text] of Object.entries(task))
    await client.command('breakouts.describe', { grouping, room: null, field: 'task', language, text });
}

/** A room's name is shorter than that of a cluster may be. */
const shortened = (names: Names): Names =>
  Object.fromEntries(
    Object.entries(names).map(([language, name]) => {
      const graphemes = [...new Intl.Segmenter(language).segment(name ?? '')].map(({ segment }) => segment);
      return [language, graphemes.slice(0, limits.roomNameGraphemes).join('')];
    }),
  );
