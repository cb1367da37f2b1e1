import styles from './SkipLink.module.css';
import { useText } from './texts.ts';

/** The first stop of the keyboard: past the header to the content, which has the id `content`. */
export function SkipLink() {
  const text = useText();
  return (
    <a className={styles.skip} href="#content">
      {text('design.skip')}
    </a>
  );
}
