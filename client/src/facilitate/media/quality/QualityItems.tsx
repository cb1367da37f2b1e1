import { Menu } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import { Icon } from '../../../design/Icon.tsx';
import { useLanguage } from '../../../platform/languages.ts';
import type { Media, QualityState } from '../media-state.ts';
import { useText } from '../texts.ts';
import { dataSize } from './data-size.ts';
import styles from './QualityItems.module.css';

const choices = ['auto', 'small-faces', 'no-faces', 'audio-only'] as const satisfies readonly QualityState['chosen'][];

/** Menu entries: how much the network is to carry, what it carries now, and what it has carried. */
export function QualityItems({ media }: { media: Pick<Media, 'quality' | 'data' | 'chooseQuality'> }) {
  const text = useText();
  const { chosen, rung } = media.quality;
  const choose = (value: string) => {
    const choice = choices.find(one => one === value);
    if (choice) media.chooseQuality(choice);
  };
  return (
    <>
      {chosen === 'auto' && rung !== 'everything' && (
        <p className={styles.now}>{text(`media.connection.now.${rung}`)}</p>
      )}
      <Menu.RadioGroup value={chosen} onChange={choose} aria-label={text('media.connection')}>
        {choices.map(one => (
          <Menu.RadioItem key={one} value={one} closeMenuOnClick checkIcon={<Icon of={IconCheck} size={18} />}>
            <span className={styles.choice}>{text(`media.connection.${one}`)}</span>
            <span className={styles.words}>{text(`media.connection.${one}.text`)}</span>
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
      <DataMeter data={media.data} />
    </>
  );
}

/** The data that this session has used so far; some people pay for each megabyte. */
function DataMeter({ data: { bytes, perHour } }: Pick<Media, 'data'>) {
  const text = useText();
  const { locale } = useLanguage();
  const size = dataSize(bytes, locale);
  return (
    <p className={styles.data}>
      {perHour === null
        ? text('media.data', { size })
        : text('media.data.rate', { size, rate: dataSize(perHour, locale) })}
    </p>
  );
}
