import type { Addresses } from '../addresses.ts';
import { guessesFor, notFound, sendPage } from '../answers.tsx';
import { askFor, UnansweredError } from '../ask.ts';
import { entityReference, readEntityName } from '../entity-names.ts';
import { FormReader } from '../form.ts';
import type { PageApp } from '../page-app.ts';
import { PicturePage, pictureSizes } from '../pages/picture.tsx';
import { ProblemPage } from '../pages/problem.tsx';
import { kindPlurals } from '../words.ts';

/** The route of large pictures. */
export function addPictureRoutes(app: PageApp, addresses: Addresses): void {
  app.get('/picture', async (c) => {
    const read = new FormReader(new URL(c.req.url).searchParams);
    const named = read.text('of');
    const of = named === null ? null : readEntityName(named);
    if (of === null) read.expect('of', named ?? '', 'an entity such as term:open-weights');
    const depth = read.oneOf('depth', { 1: '', 2: '', 3: '' }) ?? '1';
    const size = read.oneOf('size', pictureSizes) ?? '100';
    const kinds = read.someOf('kind', kindPlurals) ?? [];
    const { problems } = read;
    if (of === null || problems.length > 0) {
      const says = problems.join(' ');
      return sendPage(
        c,
        <ProblemPage
          {...{ title: 'No picture', says, wrong: true, guesses: [], query: '', addresses }}
        />,
        400,
      );
    }
    const { data, errors } = await askFor(c.env.ask, 'picture', {
      of: entityReference(of),
      depth: Number(depth),
      limit: Number(size),
      kinds: kinds.length === 0 ? null : kinds,
    });
    const entity = data?.entity ?? null;
    const found = data?.neighborhood ?? null;
    if (entity === null || found === null) {
      if (errors.some(({ extensions }) => extensions?.code !== 'NOT_FOUND')) {
        throw new UnansweredError(errors);
      }
      const words = of.slug.replaceAll('-', ' ');
      return notFound(c, addresses, words, await guessesFor(c.env.ask, words, of.kind));
    }
    return sendPage(c, <PicturePage {...{ entity, found, depth, size, kinds, addresses }} />);
  });
}
