// What this page is, what it keeps, and how far it can be trusted, for whoever has to answer for its use in a school.

import type { Store } from "../state/store.ts";
import "../look/share.css";

export function AboutPane({ store }: { readonly store: Store }) {
  const title = store.compiled.value?.title;
  return (
    <section class="pane about" aria-labelledby="about-title">
      <h2 id="about-title">How this works</h2>
      <p class="lead">
        Rollcall reads a school’s attendance policy as a program. You see what it does before any pupil is touched by
        it.
      </p>
      <div class="about-parts">
        <div>
          <h3>What the page does</h3>
          <p>
            Under “The policy” stands its text, in words that can be read aloud. Each rule bears the clause of the
            published policy that it comes from. The page works it out in your browser: what is owed to whom, by when,
            and why. A child on this page is made up, unless you bring a register of your own.
          </p>
        </div>
        <div>
          <h3>What it keeps</h3>
          <p>
            Nothing. There is no account, no cookie and no server behind it. What you type, paste or open stays in this
            tab, and is gone when you close it. The browser is told to refuse any connection that the page might try to
            make.
          </p>
        </div>
        <div>
          <h3>What leaves it</h3>
          <p>
            Only what you take out yourself: a link that you copy, a file that you save, a sheet that you print. A link
            holds the policy in itself, and a pupil only if you tick that.
          </p>
        </div>
        <div>
          <h3>How far to trust it</h3>
          <p>
            Figures are exact, and nothing is rounded before a rule decides. Where a policy says two things, or nothing,
            the page says so and does not guess. It tells what the policy says, which is not the same as advice on the
            law. It is independent, and no government service.
          </p>
        </div>
        <div>
          <h3>Which edition</h3>
          <dl class="summary-list">
            <div>
              <dt>Rollcall</dt>
              <dd>{import.meta.env.VITE_ROLLCALL_VERSION}</dd>
            </div>
            {title === undefined ? null : (
              <div>
                <dt>Open now</dt>
                <dd>{title}</dd>
              </div>
            )}
          </dl>
        </div>
      </div>
    </section>
  );
}
