import { describe, expect, test } from 'vitest';
import { isOwnOrigin } from './origin.ts';

const host = 'multaqa.example:3000';
const upgrade = 'websocket';

describe('the origin of a request', () => {
  test.each([
    ['a WebSocket of the own page', 'GET', { host, upgrade, origin: `http://${host}` }, true],
    ['a WebSocket of another page', 'GET', { host, upgrade, origin: 'https://elsewhere.example' }, false],
    ['a WebSocket of a sandboxed frame', 'GET', { host, upgrade, origin: 'null' }, false],
    ['a WebSocket that names no origin', 'GET', { host, upgrade }, false],
    ['polling of the own page, which names no origin on GET', 'GET', { host, 'sec-fetch-site': 'same-origin' }, true],
    ['an image of another page', 'GET', { host, 'sec-fetch-site': 'cross-site' }, false],
    ['a page of a sibling host', 'GET', { host, 'sec-fetch-site': 'same-site', origin: 'http://other.example' }, false],
    ['a form of another page', 'POST', { host, origin: 'https://elsewhere.example' }, false],
    ['a POST that names no origin', 'POST', { host }, false],
    ['a POST of the own page', 'POST', { host, origin: `http://${host}` }, true],
    ['the public address behind a proxy', 'POST', { host: 'app:3000', origin: 'https://multaqa.example' }, true],
    ['another port of the public address', 'POST', { host: 'app:3000', origin: 'https://multaqa.example:444' }, false],
    ['another scheme of the own host', 'POST', { host, origin: `ftp://${host}` }, false],
    ['a user before the own host', 'POST', { host, origin: `http://ada@${host}` }, false],
    ['a path after the own host', 'POST', { host, origin: `http://${host}/` }, false],
    ['TLS that a proxy ended', 'POST', { host, origin: `https://${host}` }, true],
    ['the public host without its TLS', 'POST', { host: 'multaqa.example', origin: 'http://multaqa.example' }, false],
    ['an origin when no host is named', 'POST', { origin: 'http://undefined' }, false],
    ['nonsense', 'POST', { host, origin: 'not a url' }, false],
  ])('%s', (_, method, headers, isOwn) => {
    expect(isOwnOrigin({ method, headers }, 'https://multaqa.example')).toBe(isOwn);
  });
});
