import styles from './WithLinks.module.css';

const address = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/g;

/** A text in which addresses can be followed; everything else stays text. */
export function WithLinks({ text }: { text: string }) {
  const parts = text.split(address).map((part, at) => ({ part, key: `${at}-${part}`, isAddress: at % 2 === 1 }));
  return (
    <>
      {parts.map(({ part, key, isAddress }) =>
        isAddress ? (
          <a key={key} className={styles.link} href={part} target="_blank" rel="noopener noreferrer" dir="ltr">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </>
  );
}
