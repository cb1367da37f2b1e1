import styles from './chart.module.css';

type Ink =
  | ('words' | 'ink' | 'quiet' | 'accent' | 'on-accent')
  | ('track' | 'bar' | 'over' | 'surface' | 'hatching' | 'hatched-edge')
  | ('edge' | 'line' | 'axis' | 'dot' | 'badge' | 'mark' | 'row');

/** The class of what is drawn so. */
export const ink = (name: Ink): string => styles[name] ?? '';
