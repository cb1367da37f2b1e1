import type { BreakoutsView } from '@multaqa/shared/facilitate/breakouts/breakouts.view';
import { limits } from '@multaqa/shared/limits';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hurriedClock, newId, startTestApp } from '../../app.samples.ts';
import { temporaryFolder } from '../../platform/testing/folder.ts';
import { doing, type Line, type Meeting, names, openLine, prepareMeeting } from './meeting.samples.ts';

/** A meeting on a server of its own whose hours pass when the test says so; everybody is in the plenary. */
async function hold() {
  const clock = hurriedClock();
  const app = await startTestApp({ clock });
  onTestFinished(() => app.stop());
  const meeting = await prepareMeeting(app);
  const [ada, ben, cleo, dina] = await Promise.all(names.map(name => come(meeting, name)));
  if (!ada || !ben || !cleo || !dina) throw new Error('somebody did not come');
  return { clock, meeting, ada, ben, cleo, dina };
}

async function come(meeting: Meeting, name: Line['name']): Promise<Line> {
  const line = await openLine(meeting, name);
  onTestFinished(line.close);
  return line;
}

const liveOf = ({ client }: Line, { session }: Meeting) =>
  (client.view() as unknown as { breakouts: BreakoutsView }).breakouts.live[session];

/** Where everybody sits, as a host sees it: the names of each room. */
const seatingOf = (host: Line, { people, rooms, plenary }: Meeting): string[][] =>
  [plenary, ...rooms].map(room => names.filter(name => host.session().seats[people[name]]?.room === room));

const inRooms = [['Ada'], ['Ben', 'Cleo'], ['Dina']];
const together = [['Ada', 'Ben', 'Cleo', 'Dina'], [], []];

describe('breakouts that do not go as planned', () => {
  it('closed before anybody has gone, everybody stays in the plenary, and nobody is sent away later', async () => {
    const { clock, meeting, ada, ben } = await hold();
    const { session, grouping } = meeting;
    await Promise.all([
      ada.does('breakouts.open', { session, grouping }),
      ada.does('breakouts.close', { session, when: 'now' }),
    ]);
    clock.pass(limits.noticeOfMove + 1);
    await ada.does('chat.say', { room: meeting.plenary, message: newId(), text: 'Still here' });
    await expect.poll(() => seatingOf(ada, meeting)).toEqual(together);
    await ben.client.until('no breakouts', () => liveOf(ben, meeting) === undefined);
    await expect.poll(() => ben.client.own().breakouts).toMatchObject({ sent: null });
    expect(ada.session().rooms).toEqual([`${session}/lobby`, meeting.plenary]);
  });

  it('two hosts who click at once are of one mind: whoever is first decides, and nobody is in two rooms', async () => {
    const { meeting, ada, ben } = await hold();
    const { session, grouping, people, rooms } = meeting;
    await ada.does('people.edit', { ...personInput(people.Ben), role: 'facilitator' });
    await ada.does('breakouts.open', { session, grouping });
    const [[first], [second]] = [[ada], [ben]];
    await Promise.all([
      first?.client.command('breakouts.go', { session }),
      second?.client.command('breakouts.go', { session }),
      first?.client.command('breakouts.move', { session, people: [people.Dina], room: rooms[0] }),
      second?.client.command('breakouts.move', { session, people: [people.Dina], room: meeting.plenary }),
      first?.client.command('breakouts.close', { session, when: 'soon' }),
      second?.client.command('breakouts.stay', { session }),
      second?.client.command('breakouts.go', { session }),
    ]);
    await ada.client.until('one room each', () => seatingOf(ada, meeting).flat().length === names.length);
    const ends = [
      ada.client.command('breakouts.close', { session, when: 'now' }),
      ben.client.command('breakouts.close', { session, when: 'now' }),
    ];
    const answers = await Promise.all(ends);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: 'breakouts.not-live' });
    await ada.client.until('together', () => seatingOf(ada, meeting)[0]?.length === names.length);
  });

  it('somebody who is removed while they are on their way goes nowhere, and the others go', async () => {
    const { clock, meeting, ada } = await hold();
    const { session, grouping, people } = meeting;
    await ada.does('breakouts.open', { session, grouping });
    await ada.does('people.remove', { people: [people.Cleo] });
    clock.pass(limits.noticeOfMove + 1);
    await ada.client.until('gone', () => seatingOf(ada, meeting)[2]?.length === 1);
    await expect.poll(() => seatingOf(ada, meeting)).toEqual([['Ada'], ['Ben'], ['Dina']]);
    await ada.does('breakouts.close', { session, when: 'now' });
    await ada.client.until('together', () => seatingOf(ada, meeting)[0]?.length === 3);
  });

  it('a host who leaves while breakouts are open leaves them as they are, and finds them when they are back', async () => {
    const { clock, meeting, ada } = await hold();
    const { session, grouping, plenary } = meeting;
    await ada.does('breakouts.open', { session, grouping });
    await ada.does('breakouts.go', { session });
    await ada.does('sessions.leave', { room: plenary });
    clock.pass(60_000);
    await ada.does('sessions.enter', { session });
    await ada.client.until('back', () => ada.room() !== null);
    await expect.poll(() => seatingOf(ada, meeting).slice(1)).toEqual(inRooms.slice(1));
    await expect.poll(() => liveOf(ada, meeting)?.rooms.length).toBe(2);
  });

  it('somebody who was offline from before the opening until after the end is in the plenary, once', async () => {
    const { clock, meeting, ada, dina } = await hold();
    const { session, grouping, people } = meeting;
    dina.close();
    await ada.does('breakouts.open', { session, grouping });
    await ada.does('breakouts.go', { session });
    clock.pass(10_000);
    await ada.does('breakouts.close', { session, when: 'now' });
    const back = await come(meeting, 'Dina');
    await back.client.until('a seat', () => back.room() === meeting.plenary);
    await ada.client.until('together', () => seatingOf(ada, meeting)[0]?.length === names.length);
    expect(Object.keys(ada.session().seats).filter(person => person === people.Dina)).toHaveLength(1);
  });

  it('whoever comes late goes where they belong, told first, and not before', async () => {
    const { clock, meeting, ada, dina } = await hold();
    const { session, grouping, plenary } = meeting;
    await dina.does('sessions.leave', { room: plenary });
    await ada.does('breakouts.open', { session, grouping });
    await ada.does('breakouts.go', { session });
    await dina.does('sessions.enter', { session });
    await dina.client.until('seated', () => dina.room() !== null);
    if (dina.room() === plenary) {
      await dina.client.until('told', () => (dina.client.own().breakouts as { sent: unknown }).sent !== null);
      clock.pass(limits.noticeOfMove + 1);
    }
    await dina.client.until('there', () => dina.room() === meeting.rooms[1]);
    await expect.poll(() => seatingOf(ada, meeting)).toEqual(inRooms);
  });
});

describe('the time of breakouts', () => {
  it('a restart loses no move that was announced and no end: both come when their time is over, also while nobody is there', async () => {
    const { folder, remove } = temporaryFolder();
    const clock = hurriedClock();
    let app = await startTestApp({ clock, folder });
    const meeting = await prepareMeeting(app);
    const { session, grouping } = meeting;
    const first = await Promise.all(names.map(name => openLine(meeting, name)));
    const ada = first[0] as Line;
    await ada.does('breakouts.rule', { grouping, minutes: 1, late: 'smallest', plenary: 'open', seats: null });
    await ada.does('breakouts.open', { session, grouping });
    for (const line of first) line.close();
    await app.stop();

    clock.pass(limits.noticeOfMove + 1);
    app = await startTestApp({ clock, folder, env: { PORT: new URL(meeting.url).port } });
    const second = await Promise.all(names.map(name => openLine(meeting, name)));
    const again = second[0] as Line;
    await again.client.until('gone', () => seatingOf(again, meeting)[2]?.length === 1);
    await expect.poll(() => seatingOf(again, meeting)).toEqual(inRooms);
    const endsAt = liveOf(again, meeting)?.endsAt ?? 0;
    for (const line of second) line.close();
    await app.stop();

    clock.pass(endsAt - clock.now() + 1);
    app = await startTestApp({ clock, folder, env: { PORT: new URL(meeting.url).port } });
    const last = await openLine(meeting, 'Ada');
    await last.client.until('closed', () => liveOf(last, meeting) === undefined);
    await last.client.until('together', () => seatingOf(last, meeting).slice(1).flat().length === 0);
    await doing(last.client)('breakouts.open', { session, grouping });
    last.close();
    await app.stop();
    remove();
  });
});

const personInput = (person: string) => ({
  ...{ person, name: 'Ben', email: '', municipality: 'Sfax', country: 'TN' },
  ...{ languages: ['en'], needs: [], vision: '' },
});
