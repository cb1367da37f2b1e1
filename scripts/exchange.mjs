// Computes every figure of the exchange again, from the log alone and without the product's code, and prints what the report
// has under `exchange`. usage: npm run --silent inspect -- DIALOGUE | node scripts/exchange.mjs
import { text } from 'node:stream/consumers';
import { exchangeOf, factsIn } from './exchange/recompute.mjs';

console.log(JSON.stringify(exchangeOf(factsIn(await text(process.stdin))), null, 2));
