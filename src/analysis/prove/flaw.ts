import { byName, Member } from './member';
import { difference, intersection, NodeSet, NodeTerm } from '../../kubernetes/node-set';

/** DaemonSets and the nodes that they are to divide. */
export interface Division {
  /** In input order. */
  readonly members: readonly Member[];
  readonly domain: NodeSet;
  /** What labels can be, where that is assumed. */
  readonly possible: NodeTerm;
}

/** Other nodes for a member, that would mend something. */
export interface Proposal {
  readonly member: Member;
  readonly nodes: NodeSet;
  /** What the member should do with the nodes at fault, as an imperative. */
  readonly words: (nodes: string) => string;
  /** Who takes the nodes that the member gives away. */
  readonly heir?: Member;
}

/** One way in which members do not divide a domain. */
export interface Flaw {
  /** The nodes at fault; undefined where they are of too many kinds. */
  readonly nodes: (division: Division) => NodeSet | undefined;
  readonly proposals: (members: readonly Member[], nodes: NodeSet) => readonly Proposal[];
}

/** Work grows with its square, and what needs more alternatives nobody would write. */
const ALTERNATIVES_MAX = 256;

/** Nodes of the domain that nobody takes: each member could. */
export const GAP: Flaw = {
  nodes: ({ members, domain, possible }) => left(intersection(domain, [possible]), byName(members).flatMap(({ nodes }) => nodes)),
  proposals: (members, nodes) => members.map((member) => (
    { member, nodes: [...member.nodes, ...nodes], words: (which) => `let ${member.name} take ${which} too` })),
};

/** Nodes that two members take: each could leave them to the other, outside of the domain too, since that is said in fewer words. */
export function overlapOf(pair: readonly string[]): Flaw {
  const both = (members: readonly Member[]) => members.filter(({ name }) => pair.includes(name));
  return {
    nodes: ({ members, possible }) => {
      const [one, other] = both(members);
      return one.nodes.length * other.nodes.length <= ALTERNATIVES_MAX ? intersection(intersection(one.nodes, other.nodes), [possible]) : undefined;
    },
    proposals: (members, nodes) => both(members).flatMap((member, index, list) => {
      const heir = list[1 - index];
      const words = (which: string) => `let ${member.name} leave ${which} to ${heir.name}`;
      return proposal(member, left(member.nodes, nodes), words, heir);
    }),
  };
}

/** Nodes outside of the domain that a member takes. */
export function strayOf(name: string): Flaw {
  const stray = (members: readonly Member[]) => members.find((member) => member.name === name)!;
  return {
    nodes: ({ members, domain, possible }) => left(intersection(stray(members).nodes, [possible]), domain),
    proposals: (members, nodes) => proposal(stray(members), left(stray(members).nodes, nodes), (which) => `let ${name} leave out ${which}`),
  };
}

function proposal(member: Member, nodes: NodeSet | undefined, words: Proposal['words'], heir?: Member): Proposal[] {
  return nodes === undefined ? [] : [{ member, nodes, words, heir }];
}

/** The nodes of a set that are not in another; undefined where they are of too many kinds. */
function left(set: NodeSet, taken: NodeSet): NodeSet | undefined {
  let rest = set;
  for (const term of taken) {
    rest = difference(rest, [term]);
    if (rest.length > ALTERNATIVES_MAX) {
      return undefined;
    }
  }
  return rest;
}
