/** @jsxImportSource hono/jsx */
import { Layout } from '../parts/layout.js';
import type { View } from '../view.js';

/** What could not be done, and what to do. */
export function ProblemPage({
  view,
  problem,
}: {
  view: View;
  problem: 'error.notFound' | 'error.form' | 'error.tooLarge' | 'error.database';
}) {
  return (
    <Layout view={view} title={view.say('error.title')}>
      <p class="note bad" role="alert">
        {view.say(problem)}
      </p>
      <p>
        <a href="/">{view.say('accounts')}</a>
      </p>
    </Layout>
  );
}
