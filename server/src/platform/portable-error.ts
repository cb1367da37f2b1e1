/** An error in a form that passes between threads, whatever hangs on it. */
export function portable(error: unknown): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  const { name, message, stack } = error;
  return Object.assign(new Error(message), { name, stack: stack ?? message });
}
