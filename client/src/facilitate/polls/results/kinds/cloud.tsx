import { scaleSqrt } from '@visx/scale';
import { placedWords } from '../chart/cloud-layout.ts';
import { ink } from '../chart/ink.ts';
import { measured } from '../chart/measure.ts';
import type { KindView, ResultOf } from './view.ts';

/** More words than this are in the table alone: they would be too small to be read. */
const most = 60;

/** Words as large as many wrote them. */
export const cloud: KindView<ResultOf<'cloud'>> = {
  draw: ({ words }, { frame }) => {
    const shown = words.slice(0, most);
    const [largest] = shown;
    const range: [number, number] =
      frame.size === 'stage' ? [frame.letters.small, Math.min(frame.letters.label * 5, frame.width / 9)] : [13, 38];
    const size = scaleSqrt<number>({ domain: [0, largest?.count ?? 1], range });
    const boxes = shown.map(({ text, count }) => {
      const px = Math.min(size(count), (size(count) * frame.width * 0.9) / Math.max(1, measured(text, size(count))));
      return {
        text,
        count,
        px,
        width: measured(text, px) + px * 0.3,
        height: px * (frame.direction === 'rtl' ? 1.35 : 1.15),
      };
    });
    const { placed, height } = placedWords(boxes, frame.width);
    return {
      height,
      body: placed.map(({ box, x, y }) => (
        <text
          key={box.text}
          x={x}
          y={y + box.px * 0.34}
          textAnchor="middle"
          fontSize={box.px}
          fontWeight={600}
          className={`${ink('words')} ${box.count === largest?.count ? ink('accent') : ink('ink')}`}
        >
          {box.text}
        </text>
      )),
    };
  },
  table: ({ words }, { text, count: told, counted, percent }) => ({
    fields: [text('poll-results.word'), counted, text('poll-results.share')],
    rows: words.map(({ text: word, count, share }) => [word, told(count), percent(share)]),
  }),
  said: (ballot, { text }) => ('write' in ballot ? ballot.write.join(text('common.comma')) : ''),
};
