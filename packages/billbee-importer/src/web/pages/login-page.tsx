/** @jsxImportSource hono/jsx */
import { Layout } from '../parts/layout.js';
import type { View } from '../view.js';

/** Where the operator gives the token. */
export function LoginPage({
  view,
  problem,
}: {
  view: View;
  problem?: 'login.wrong' | 'login.tooMany' | undefined;
}) {
  const { say } = view;
  return (
    <Layout view={view} title={say('login.title')}>
      <form class="login" method="post" action="/login">
        {problem === undefined ? null : (
          <p class="note bad" role="alert" id="problem">
            {say(problem)}
          </p>
        )}
        <label>
          {say('login.token')}
          <input
            type="password"
            name="token"
            required
            autocomplete="current-password"
            aria-describedby={problem === undefined ? 'hint' : 'problem hint'}
            aria-invalid={problem === undefined ? undefined : 'true'}
          />
        </label>
        <span class="soft" id="hint">
          {say('login.hint')}
        </span>
        <div>
          <button class="first" type="submit">
            {say('login.submit')}
          </button>
        </div>
      </form>
    </Layout>
  );
}
