/** Words that are remembered: far more than a dialogue has, few enough to hold. */
const most = 20_000;

/** The same function, asked once for each word: people of one dialogue use the same words again and again. */
export function remembered<Value>(make: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>();
  return word => {
    const found = known.get(word);
    if (found !== undefined) return found;
    const made = make(word);
    if (known.size >= most) known.clear();
    known.set(word, made);
    return made;
  };
}
