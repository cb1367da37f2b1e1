import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId, openBrowser, startTestApp, type TestApp } from '../../app.samples.ts';
import { anySheet, cast, choice, type Paper, type Polling, startPolling, type Voter } from './polling.samples.ts';

describe('ballots of an anonymous poll', () => {
  let app: TestApp;
  let polling: Polling;
  const voter = (at: number) => polling.voters[at] as Voter;
  const info = (run: string) => ({ dialogue: polling.dialogue, run });
  const ok = { status: 200, body: {} };
  const refused = (status: number, refusal: string) => ({ status, body: { refusal } });

  beforeAll(async () => {
    app = await startTestApp();
    polling = await startPolling(app, 12, at => ({ municipality: at < 6 ? 'Sfax' : 'Bonn', country: 'TN' }));
  });
  afterAll(() => app.stop());

  const boxes = () => app.store.ballots.boxes(polling.dialogue);

  it('are counted once the poll is closed, the last one of each paper, and then they are gone', async () => {
    const { run } = await polling.launch(anySheet());
    const papers = await Promise.all(polling.voters.map(one => one.paper(run)));
    const results = await Promise.all(
      papers.map((paper, at) => cast(app.url, info(run), paper, choice(at < 5 ? 'o1' : 'o2'))),
    );
    expect(results).toEqual(papers.map(() => ok));
    expect(await cast(app.url, info(run), papers[0] as Paper, choice('o3'))).toEqual(ok);
    await polling.close(run);
    const { tally, voters } = await polling.counted(run);
    expect({ tally, voters }).toEqual({ tally: { voters: 12, sums: { o1: 4, o2: 7, o3: 1 } }, voters: 12 });
    await expect.poll(boxes).toEqual([]);
    expect(await cast(app.url, info(run), papers[1] as Paper, choice('o3'))).toEqual(refused(400, 'polls.closed'));
    expect(polling.run(run)?.tally?.sums).toEqual({ o1: 4, o2: 7, o3: 1 });
  });

  it('fewer than five tell their number and nothing else', async () => {
    const { run } = await polling.launch(anySheet());
    for (const one of polling.voters.slice(0, 4)) await cast(app.url, info(run), await one.paper(run), choice('o1'));
    await polling.close(run);
    expect(await polling.counted(run)).toMatchObject({ tally: null, withheld: 'too-few', voters: 4 });
    expect(JSON.stringify(await app.store.dialogues.factsOfKinds(polling.dialogue, ['polls.counted'], 0))).not.toMatch(
      /"ballots":4,"tally":\{"voters":[1-9]/,
    );
  });

  it('while people vote, five are told when five more have come', async () => {
    const { run } = await polling.launch(anySheet({ results: 'live' }));
    const seen: unknown[] = [];
    for (const [at, one] of polling.voters.entries()) {
      await cast(app.url, info(run), await one.paper(run), choice('o1'));
      if (at === 8 || at === 9) seen.push(polling.run(run)?.tally ?? null);
    }
    await polling.organiser.until('five ballots', () => polling.run(run)?.tally?.voters === 5);
    expect(seen[0]).toBeNull();
    await polling.close(run);
    expect((await polling.counted(run)).tally).toEqual({ voters: 12, sums: { o1: 12 } });
  });

  it('are divided by the group that a paper tells, those whom one alone would betray among the others', async () => {
    const { run } = await polling.launch(anySheet({ split: 'municipality' }));
    for (const [at, one] of polling.voters.entries()) {
      await cast(app.url, info(run), await one.paper(run), choice(at < 6 ? 'o1' : 'o2'));
    }
    await polling.close(run);
    await polling.counted(run);
    const split = await polling.organiser.ask('polls.split', { run, by: 'municipality' });
    expect(split).toMatchObject({
      answer: {
        groups: [
          { group: 'Sfax/TN', tally: { sums: { o1: 6 } } },
          { group: 'others', tally: { sums: { o2: 6 } } },
        ],
      },
    });
  });

  it('that arrive while the poll is being closed are refused or counted, also when the box is read for the first time', async () => {
    const { run } = await polling.launch(anySheet());
    const paper = await voter(0).paper(run);
    const { load } = app.store.ballots;
    // The close is decided after the box has found the poll open, and before it has read what is in it.
    app.store.ballots.load = async (...box) => {
      app.store.ballots.load = load;
      await polling.close(run);
      return load(...box);
    };
    expect(await cast(app.url, info(run), paper, choice('o1'))).toEqual(refused(400, 'polls.closed'));
    expect((await polling.counted(run)).voters).toBe(0);
    await expect.poll(boxes).toEqual([]);
  });

  describe('are refused', () => {
    let run = '';
    let paper: Paper;
    beforeAll(async () => {
      ({ run } = await polling.launch(anySheet()));
      paper = await voter(0).paper(run);
    });
    afterAll(() => polling.close(run));

    it('on a paper that was not made here, for another run or another group', async () => {
      const forged = { ...paper, output: 'ab'.repeat(64) };
      expect(await cast(app.url, info(run), forged, choice('o1'))).toEqual(refused(400, 'polls.not-a-paper'));
      expect(await cast(app.url, info(run), { ...paper, group: 'others' }, choice('o1'))).toEqual(
        refused(400, 'polls.not-a-paper'),
      );
      const other = await polling.launch(anySheet());
      expect(await cast(app.url, info(other.run), paper, choice('o1'))).toEqual(refused(400, 'polls.not-a-paper'));
      await polling.close(other.run);
    });

    it('when they choose what there is not', async () => {
      for (const ballot of [choice('o4'), {}, null, 'o1', { choose: ['o1'], extra: 1 }, { choose: ['__proto__'] }])
        expect(await cast(app.url, info(run), paper, ballot)).toEqual(refused(400, 'polls.no-such-choice'));
    });

    it('for runs that there are not, and those that are not anonymous', async () => {
      expect(await cast(app.url, info(newId()), paper, choice('o1'))).toEqual(refused(404, 'unknown'));
      const named = await polling.launch(anySheet({ names: 'shown' }));
      expect(await cast(app.url, info(named.run), paper, choice('o1'))).toEqual(refused(404, 'unknown'));
      await polling.close(named.run);
      expect(await cast(app.url, { ...info(run), dialogue: newId() }, paper, choice('o1'))).toEqual(
        refused(404, 'unknown'),
      );
    });

    it('when they are malformed', async () => {
      const whole = { ...info(run), ...paper, ballot: choice('o1') };
      const person = voter(0).person;
      for (const body of [{}, { ...whole, person }, { ...whole, input: 'AB'.repeat(32) }, { ...whole, output: '' }])
        expect(await openBrowser(app.url).post('/ballots', body)).toEqual(refused(400, 'malformed'));
    });
  });

  describe('a paper', () => {
    it('is one for each person and run, and its evaluation is read again', async () => {
      const { run } = await polling.launch(anySheet());
      const first = await voter(0).paper(run);
      await expect(voter(0).paper(run)).rejects.toThrow('paper-taken');
      const again = await voter(0).browser.get(`/dialogues/${polling.dialogue}/polls/${run}/paper`);
      expect(again.status).toBe(200);
      expect(await cast(app.url, info(run), first, choice('o1'))).toEqual(ok);
      await polling.close(run);
    });

    it('is evaluated for who was given one, and for nobody else', async () => {
      const { run } = await polling.launch(anySheet());
      const path = `/dialogues/${polling.dialogue}/polls/${run}/paper`;
      expect((await voter(0).browser.get(path)).status).toBe(404);
      expect((await openBrowser(app.url).get(path)).status).toBe(401);
      await voter(0).paper(run);
      expect((await voter(1).browser.get(path)).status).toBe(404);
      await polling.close(run);
    });
  });
});
