import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { openNotices } from './notices.ts';
import { hasRedis, startRedis } from './testing/redis.ts';

const open = (url: string | null) => {
  const errors: unknown[] = [];
  const notices = openNotices(url, error => errors.push(error));
  onTestFinished(() => notices.close());
  return { ...notices, errors };
};

/** Publishes again and again until the condition holds: a notice may be lost. */
const publishUntil = (publish: () => void, isHeard: () => boolean) =>
  expect
    .poll(() => {
      publish();
      return isHeard();
    })
    .toBe(true);

function suite(url: () => string | null): void {
  it('a notice is heard at once on its own node, by its topic alone', () => {
    const notices = open(url());
    const heard: unknown[] = [];
    notices.subscribe('moved', data => heard.push(data));
    notices.publish('other', 1);
    notices.publish('moved', { dialogue: 'one' });
    expect(heard).toEqual([{ dialogue: 'one' }]);
  });

  it('who stopped listening hears no more, the others do', () => {
    const notices = open(url());
    const heard: string[] = [];
    const stop = notices.subscribe('moved', () => heard.push('first'));
    notices.subscribe('moved', () => heard.push('second'));
    stop();
    notices.publish('moved', null);
    expect(heard).toEqual(['second']);
  });

  it('a handler that fails does not keep the others from hearing', () => {
    const notices = open(url());
    const heard: unknown[] = [];
    notices.subscribe('moved', () => {
      throw new Error('broken handler');
    });
    notices.subscribe('moved', data => heard.push(data));
    notices.publish('moved', 1);
    expect(heard).toEqual([1]);
    expect(notices.errors).toEqual([new Error('broken handler')]);
  });
}

describe('notices within one process', () => suite(() => null));

describe.skipIf(!hasRedis())('notices through Redis', () => {
  let redis: Awaited<ReturnType<typeof startRedis>>;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  suite(() => redis.url);

  it('a notice reaches the other nodes, and its own node once', async () => {
    const [here, there] = [open(redis.url), open(redis.url)];
    const [heardHere, heardThere]: [unknown[], unknown[]] = [[], []];
    here.subscribe('moved', data => heardHere.push(data));
    there.subscribe('moved', data => heardThere.push(data));
    let count = 0;
    const publish = () => {
      count += 1;
      here.publish('moved', { name: 'بن', count });
    };
    await publishUntil(publish, () => heardThere.length > 0);
    expect(heardThere[0]).toMatchObject({ name: 'بن' });
    // What came back from Redis to its sender would have come before this answer of the other node.
    there.subscribe('ask', () => there.publish('answer', null));
    const answers: unknown[] = [];
    here.subscribe('answer', data => answers.push(data));
    await publishUntil(
      () => here.publish('ask', null),
      () => answers.length > 0,
    );
    expect(heardHere).toHaveLength(count);
  });

  it('notices flow again after Redis was killed and started again', async () => {
    const [here, there] = [open(redis.url), open(redis.url)];
    const heard: unknown[] = [];
    there.subscribe('moved', data => heard.push(data));
    await publishUntil(
      () => here.publish('moved', 'before'),
      () => heard.includes('before'),
    );
    await redis.restart();
    await publishUntil(
      () => here.publish('moved', 'after'),
      () => heard.includes('after'),
    );
  });

  it('a node that starts without Redis works alone', () => {
    const notices = open('redis://127.0.0.1:1');
    const heard: unknown[] = [];
    notices.subscribe('moved', data => heard.push(data));
    notices.publish('moved', 1);
    expect(heard).toEqual([1]);
  });
});
