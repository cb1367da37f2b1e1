import { firstLoad } from './scripts/first-load.mjs';

export default [{ name: 'JavaScript before one can join', path: firstLoad(), limit: '200 kB', brotli: true }];
