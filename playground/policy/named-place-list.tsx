// The places that a name leads to, as links: those in this text first, then those in the policies it stands on.

import type { NamedPlace } from "../worker/naming-protocol.ts";
import { upperFirst } from "../../src/wording.ts";
import { shelfTitles } from "../texts/titles.ts";
import type { FoundPlaces } from "./name-state.ts";
import type { PolicyState } from "./policy-state.ts";

/** So many are told at once. */
const AT_ONCE = 40;

export function NamedPlaceList({ found, state }: { readonly found: FoundPlaces; readonly state: PolicyState }) {
  const { name, kind, places, wanted } = found;
  const shown = places.slice(0, AT_ONCE);
  const owners = [...new Set(shown.map(({ elsewhere }) => elsewhere?.where))];
  return (
    <>
      <h2 tabIndex={-1}>
        “{name}”, {kind}, {wanted === "used" ? "stands" : "is declared"} in{" "}
        {places.length === 1 ? "one place" : `${places.length} places`}
      </h2>
      {owners.map((owner) => (
        <div key={owner ?? ""}>
          {owner === undefined ? null : <h3>In {owner}</h3>}
          <ul>
            {shown
              .filter(({ elsewhere }) => elsewhere?.where === owner)
              .map((place) => (
                <li key={place.from}>
                  <PlaceLink place={place} state={state} />
                </li>
              ))}
          </ul>
        </div>
      ))}
      {places.length > shown.length ? <p class="hint">And {places.length - shown.length} more after these.</p> : null}
    </>
  );
}

/** A policy of the shelf is opened at the place; of other files the words are shown. */
function PlaceLink({ place, state }: { readonly place: NamedPlace; readonly state: PolicyState }) {
  const { from, to, line, says, declares, elsewhere } = place;
  const words = (
    <>
      {elsewhere !== undefined && elsewhere.policy === undefined ? null : (
        <span class="place-line">
          Line {line}
          {declares ? ", declared" : ""}:{" "}
        </span>
      )}
      <code>{says}</code>
    </>
  );
  if (elsewhere === undefined)
    return (
      <button type="button" class="link" onClick={() => state.goTo(from, to)}>
        {words}
      </button>
    );
  const shelved = shelfTitles.find(({ name }) => name === elsewhere.policy);
  if (shelved === undefined) return <p>{words}</p>;
  const there = `Open ${upperFirst(shelved.title)} at this place`;
  return (
    <button
      type="button"
      class="link"
      title={there}
      onClick={() => state.openShelved(shelved.name, shelved.title, { from, to })}
    >
      {words}
    </button>
  );
}
