const seldom = 15_000;

/**
 * Takes the steps one after the other and says of each what it waits for, how it ended and how long it took.
 * A step returns what there is now, or `{ lacking }` when the rest can go on without it; one that throws ends the process with 1.
 */
export async function takeSteps(root, steps) {
  for (const [name, work] of steps) {
    const started = Date.now();
    const { say, done } = progress(name, started);
    try {
      const result = await work(root, say);
      if (typeof result === 'string') done(`✓ ${name}: ${result}`);
      else done(`! ${name}: ${result.lacking}`);
    } catch (error) {
      done(`✗ ${name}: ${error.message}`);
      process.exit(1);
    }
  }
}

function progress(name, started) {
  const terminal = process.stdout.isTTY;
  const elapsed = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  let current = '';
  let kind = '';
  let printedAt = 0;
  const draw = () =>
    process.stdout.write(`\r\u001b[K… ${current}, ${elapsed()}`.slice(0, (process.stdout.columns ?? 80) + 3));
  const clock = terminal ? setInterval(() => current && draw(), 1000) : undefined;
  return {
    say(text) {
      current = `${name}: ${text}`;
      if (terminal) return draw();
      // Away from a terminal a counter that moves is worth a line now and then only.
      const sameKind = kind === text.replace(/\d+/g, '');
      if (sameKind && Date.now() - printedAt < seldom) return;
      kind = text.replace(/\d+/g, '');
      printedAt = Date.now();
      console.log(`… ${current}, ${elapsed()}`);
    },
    done(text) {
      clearInterval(clock);
      if (terminal) process.stdout.write('\r\u001b[K');
      console.log(`${text} (${elapsed()})`);
    },
  };
}
