import IconLink from '@tabler/icons-react/dist/esm/icons/IconLink.mjs';
import IconMessages from '@tabler/icons-react/dist/esm/icons/IconMessages.mjs';
import IconNotes from '@tabler/icons-react/dist/esm/icons/IconNotes.mjs';
import { Gathering } from '../../design/Gathering.tsx';
import { Icon } from '../../design/Icon.tsx';
import { PageShell } from '../PageShell.tsx';
import { useText } from './texts.ts';
import styles from './Welcome.module.css';

/** For people without an invitation on this device: what Multaqa is, and that a personal link opens it. */
export function Welcome() {
  const text = useText();
  return (
    <PageShell title="">
      <div className={styles.hero}>
        <div className={styles.words}>
          <h1 className={styles.title}>{text('welcome.title')}</h1>
          <p className={styles.lead}>{text('welcome.lead')}</p>
          <div className={styles.key}>
            <h2>{text('welcome.link.title')}</h2>
            <p>{text('welcome.link.text')}</p>
          </div>
        </div>
        <div className={styles.picture}>
          <Gathering size={360} />
        </div>
      </div>
      <ul className={styles.promises}>
        <Aim of={IconLink} title={text('welcome.promise.link')} words={text('welcome.promise.link.text')} />
        <Aim of={IconMessages} title={text('welcome.promise.heard')} words={text('welcome.promise.heard.text')} />
        <Aim of={IconNotes} title={text('welcome.promise.kept')} words={text('welcome.promise.kept.text')} />
      </ul>
      <p className={styles.operator}>{text('welcome.operator')}</p>
    </PageShell>
  );
}

function Aim({ of, title, words }: { of: Parameters<typeof Icon>[0]['of']; title: string; words: string }) {
  return (
    <li className={styles.promise}>
      <span className={styles.sign}>
        <Icon of={of} />
      </span>
      <div>
        <h2 className={styles.name}>{title}</h2>
        <p className={styles.quiet}>{words}</p>
      </div>
    </li>
  );
}
