// Ties that the reader is not sure of: they are offered, and are claims only if somebody says so.

const same = (one, other) => one.source === other.source && one.selector?.start === other.selector?.start && one.selector?.end === other.selector?.end;

/** The claims of a looser draft that the draft lacks, each with the journey that it needs if that is not there. */
export function offered(draft, loose) {
  return (loose?.claims ?? []).filter((claim) => !(draft.claims ?? []).some((own) => same(own, claim))).map((claim) => {
    const journey = loose.journeys?.find((one) => one.id === claim.journey);
    const known = journey && draft.journeys?.find((own) => alike(own, journey));
    return { claim: known ? { ...claim, journey: known.id } : claim, journey: journey && !known ? journey : null, isTaken: false };
  });
}

function alike(one, other) {
  const ends = (journey) => `${journey.mode} ${journey.stops[0].place} ${journey.stops.at(-1).place}`;
  return ends(one) === ends(other);
}

/** Takes an offered claim into a case, or out of it. */
export function take(state, offer, isTaken) {
  const { tree } = state;
  offer.isTaken = isTaken;
  if (!isTaken) {
    tree.claims = tree.claims.filter((claim) => claim.id !== offer.claim.id);
    const isUsed = offer.journey && tree.claims.some((claim) => claim.journey === offer.taken);
    if (offer.journey && !isUsed) tree.journeys = tree.journeys.filter((journey) => journey.id !== offer.taken);
    return;
  }
  tree.claims ??= [];
  const claim = structuredClone(offer.claim);
  if (offer.journey) {
    tree.journeys ??= [];
    const id = tree.journeys.some((journey) => journey.id === offer.journey.id) ? `${offer.journey.id}-more` : offer.journey.id;
    if (!tree.journeys.some((journey) => journey.id === id)) tree.journeys.push({ ...structuredClone(offer.journey), id });
    offer.taken = id;
    claim.journey = id;
  }
  while (tree.claims.some((own) => own.id === claim.id)) claim.id += "-2";
  offer.claim.id = claim.id;
  tree.claims.push(claim);
}
