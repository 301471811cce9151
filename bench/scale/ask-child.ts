/**
 * Opens a store and sends every operation, in a separate process, so that its memory can be
 * measured: PLACE MODELS. PLACE is JSON.
 */
import { performance } from 'node:perf_hooks';
import { openStore, type Place } from '../texts/place.ts';
import { askAll } from './ask.ts';
import { askPeer } from './ask-peer.ts';
import { print } from './print.ts';

const [given = '', models] = process.argv.slice(2);
const place = JSON.parse(given) as Place;
const count = Number(models);
const started = performance.now();
const store = await openStore(place);
const startSeconds = (performance.now() - started) / 1000;
const asked = await askAll(store, place, count);
const residentBytes = process.memoryUsage().rss;
const peer = place.store === 'neo4j' ? await askPeer(store, place, count) : [];
print({ startSeconds, asked, peer, residentBytes });
await store.close();
