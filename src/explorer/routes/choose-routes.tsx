import type { Addresses } from '../addresses.ts';
import { sendPage } from '../answers.tsx';
import { askFor, dataIn } from '../ask.ts';
import { type ChooseName, orders, readChooseQuestion } from '../choose-question.ts';
import { inFieldNames } from '../form.ts';
import type { PageApp } from '../page-app.ts';
import { ChoosePage } from '../pages/choose.tsx';

/** The form field for each part of a filter. */
const fields: Readonly<Record<string, ChooseName | 'after'>> = {
  text: 'text',
  developers: 'developer',
  families: 'family',
  licenseClasses: 'class',
  licenses: 'license',
  totalParameters: 'min',
  contextTokens: 'context',
  releasedOn: 'since',
  after: 'after',
};

/** The route of the model chooser. */
export function addChooseRoutes(app: PageApp, addresses: Addresses): void {
  app.get('/models', async (c) => {
    const query = new URL(c.req.url).searchParams;
    const question = readChooseQuestion(query);
    const after = query.get('after');
    const found = await askFor(c.env.ask, 'choose', {
      filter: question.filter,
      orderBy: orders[question.order].by,
      after,
    });
    const refused = found.errors.map((error) => inFieldNames(error, fields));
    const problems = [...question.problems, ...refused];
    // A question that cannot be answered gets the list of all models.
    const models =
      dataIn(found)?.models ??
      dataIn(await askFor(c.env.ask, 'choose', { orderBy: orders.newest.by }))?.models ??
      null;
    return sendPage(
      c,
      <ChoosePage {...{ question, models, problems, first: after === null, addresses }} />,
      problems.length > 0 ? 400 : 200,
    );
  });
}
