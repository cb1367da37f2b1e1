import { describe, expect, test } from 'vitest';
import { planGrid, tilesPerPage } from './grid.ts';
import { onStage } from './on-stage.ts';
import { pageOf, stripSize } from './pages.ts';
import { videosOf } from './videos.ts';

const desk = { width: 1048, height: 640 };
const phone = { width: 360, height: 300 };
const gap = 10;

describe('the grid', () => {
  test.each([desk, phone, { width: 700, height: 320 }, { width: 360, height: 620 }])(
    'keeps every picture on %o',
    box => {
      for (let count = 1; count <= 9; count += 1) {
        const { columns, rows, tile } = planGrid(count, box, gap);
        expect(columns * rows).toBeGreaterThanOrEqual(count);
        expect(columns * (rows - 1)).toBeLessThan(count);
        expect(columns * tile.width + (columns - 1) * gap).toBeLessThanOrEqual(box.width);
        expect(rows * tile.height + (rows - 1) * gap).toBeLessThanOrEqual(box.height);
        expect(tile.width / tile.height).toBeGreaterThan(0.98);
        expect(tile.width / tile.height).toBeLessThan(1.79);
      }
    },
  );

  test('stands upright on an upright phone and lies on a desk', () => {
    expect(planGrid(2, desk, gap)).toMatchObject({ columns: 2, rows: 1 });
    expect(planGrid(2, { width: 360, height: 620 }, gap)).toMatchObject({ columns: 1, rows: 2 });
    expect(planGrid(4, desk, gap)).toMatchObject({ columns: 2, rows: 2 });
    expect(planGrid(9, desk, gap)).toMatchObject({ columns: 3, rows: 3 });
  });

  test('draws nothing where there is no room', () => {
    expect(planGrid(4, { width: 0, height: 0 }, gap).tile).toEqual({ width: 0, height: 0 });
  });

  test('holds nine pictures on a desk, six and four on phones', () => {
    expect([desk, { width: 700, height: 320 }, phone].map(tilesPerPage)).toEqual([9, 6, 4]);
  });
});

describe('pages', () => {
  const towns = ['Bonn', 'Irbid', 'Nablus', 'Sfax', 'Tunis'];

  test('hold everybody once', () => {
    const pages = [0, 1, 2].map(page => pageOf(towns, 2, page));
    expect(pages.flatMap(({ items }) => items)).toEqual(towns);
    expect(pages[2]).toMatchObject({ page: 2, pages: 3, first: 4 });
  });

  test('of people who have left give way to the last one that is there', () => {
    expect(pageOf(towns.slice(0, 2), 2, 2)).toMatchObject({ items: ['Bonn', 'Irbid'], page: 0, pages: 1 });
    expect(pageOf([], 2, 1)).toMatchObject({ items: [], page: 0, pages: 1 });
  });

  test('of a strip leave room for arrows only where these are needed', () => {
    expect(stripSize(5, 1000, 200, 96)).toBe(5);
    expect(stripSize(6, 1000, 200, 96)).toBe(4);
    expect(stripSize(6, 90, 200, 96)).toBe(1);
  });
});

describe('the stage', () => {
  const room = { isTaken: false, pinned: null, spotlight: [], speaker: 'ben', present: ['ada', 'ben', 'cleo', 'dina'] };

  test('shows a feature before a pin, a pin before the spotlight, the spotlight before who speaks', () => {
    const all = { ...room, isTaken: true, pinned: 'dina', spotlight: ['cleo'] };
    expect(onStage(all)).toEqual({ kind: 'feature' });
    expect(onStage({ ...all, isTaken: false })).toEqual({ kind: 'people', people: ['dina'] });
    expect(onStage({ ...all, isTaken: false, pinned: null })).toEqual({ kind: 'people', people: ['cleo'] });
    expect(onStage(room)).toEqual({ kind: 'people', people: ['ben'] });
  });

  test('shows two in the spotlight, and nobody who has left', () => {
    const lit = { ...room, pinned: 'gone', spotlight: ['gone', 'ada', 'cleo', 'dina'] };
    expect(onStage(lit)).toEqual({ kind: 'people', people: ['ada', 'cleo'] });
    expect(onStage({ ...room, speaker: 'gone' })).toEqual({ kind: 'people', people: [] });
  });
});

describe('the videos that are asked for', () => {
  test('are as fine as they are drawn, and never one’s own', () => {
    const faces = [
      { person: 'ben', width: 168 },
      { person: 'ada', width: 168 },
      { person: 'cleo', width: 400 },
      { person: 'dina', width: 900 },
    ];
    expect(videosOf(faces, 'ada')).toEqual([
      { person: 'ben', source: 'camera', size: 'small' },
      { person: 'cleo', source: 'camera', size: 'medium' },
      { person: 'dina', source: 'camera', size: 'large' },
    ]);
  });

  test('are those on the stage first, and nine faces at most', () => {
    const faces = Array.from({ length: 20 }, (_, at) => ({ person: `p${at}`, width: 100 }));
    const asked = videosOf(faces, 'ada', { videos: [{ person: 'p3', source: 'screen' }], width: 800 });
    expect(asked).toHaveLength(10);
    expect(asked[0]).toEqual({ person: 'p3', source: 'screen', size: 'large' });
    expect(videosOf(faces, 'ada', { videos: [], width: 800 })).toHaveLength(9);
  });
});
