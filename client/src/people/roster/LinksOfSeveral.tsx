import { Button, Textarea } from '@mantine/core';
import type { PersonCard } from '@multaqa/shared/people/people.view';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { CopyButton } from '../../design/CopyButton.tsx';
import { leftToRight } from '../../design/directions.ts';
import { FormActions } from '../../design/FormActions.tsx';
import { Icon } from '../../design/Icon.tsx';
import { usePublishedClusters } from '../../dialogue/clusters.ts';
import { useLanguage } from '../../platform/languages.ts';
import { saveCsv } from '../../platform/tables/csv.ts';
import styles from './LinksDialog.module.css';
import { mailMergeCsv } from './mail-merge.ts';
import { MessageField } from './message/MessageField.tsx';
import { useMessage } from './message/use-message.ts';
import { useText } from './texts.ts';
import { useHandedOver } from './use-handed-over.ts';

type Props = { people: readonly PersonCard[]; links: Readonly<Record<string, string>>; onClose(): void };

/** What a mail merge puts the link of each person in place of. */
const linkPlace = '{link}';

/** The links of several people: as a list, as a table for a mail merge, and the words to send with them. */
export function LinksOfSeveral({ people, links, onClose }: Props) {
  const text = useText();
  const { language } = useLanguage();
  const handedOver = useHandedOver(people);
  const { published, nameOf } = usePublishedClusters();
  const message = useMessage(null, language, linkPlace);
  const list = people.map(({ person, name }) => `${name ?? ''}\t${links[person] ?? ''}`).join('\n');
  const save = () => {
    saveCsv('invitations.csv', mailMergeCsv(people, links, published && nameOf));
    handedOver();
  };
  return (
    <>
      <p>{text('roster.links.text')}</p>
      <Textarea
        className={styles.links}
        aria-label={text('roster.links.title', { count: people.length })}
        value={list}
        readOnly
        attributes={leftToRight}
        rows={Math.min(6, people.length + 1)}
        onFocus={event => event.currentTarget.select()}
        onCopy={handedOver}
      />
      <div className={styles.tools}>
        <CopyButton value={list} onCopied={handedOver}>
          {text('roster.links.copy')}
        </CopyButton>
        <Button variant="default" leftSection={<Icon of={IconDownload} size={20} />} onClick={save}>
          {text('roster.links.csv')}
        </Button>
      </div>
      <p className={styles.quiet}>{text('roster.links.csv.text')}</p>
      <MessageField message={message} description={text('roster.message.merge', { link: linkPlace })} />
      <FormActions>
        <Button variant="default" onClick={onClose}>
          {text('common.close')}
        </Button>
        <CopyButton value={message.words}>{text('roster.message.copy')}</CopyButton>
      </FormActions>
    </>
  );
}
