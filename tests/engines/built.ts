/** The built page, served with what an engine test puts in front of it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { serveFolder, type Extra } from '../e2e/server/static';

const DIST = process.env.E2E_DIST ?? 'dist';

export const serveBuilt = (extra: Extra = {}) => serveFolder(DIST, 'story', extra);

/** Tells builds apart: the page names its parts by what is in them. */
export const buildMark = (): string =>
  createHash('sha256')
    .update(readFileSync(path.join(DIST, 'index.html')))
    .digest('hex')
    .slice(0, 16);
