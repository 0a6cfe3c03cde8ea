import ts from "typescript";

/** A branch that would handle a new member of a vocabulary although nobody decided so. */
export interface SilentBranch {
  readonly path: string;
  readonly line: number;
  readonly what: string;
}

/**
 * The places of a program where a new member of a union would be handled silently:
 * a `switch` over string literals that has a `default` (other than `satisfies never`) or leaves a member out, and a chain of
 * comparisons with a vocabulary of the domain (`vocabularies`) that ends in a value for all others. A single comparison is a
 * question ("is it a ratio?") and does not count.
 */
export function silentBranches(
  program: ts.Program,
  isOurs: (path: string) => boolean,
  vocabularies: readonly ReadonlySet<string>[],
): readonly SilentBranch[] {
  const checker = program.getTypeChecker();
  const found: SilentBranch[] = [];
  for (const file of program.getSourceFiles().filter(({ fileName }) => isOurs(fileName))) {
    const tell = (node: ts.Node, what: string) => {
      const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
      found.push({ path: file.fileName, line, what });
    };
    const visit = (node: ts.Node): void => {
      if (ts.isSwitchStatement(node)) {
        const fault = faultOfSwitch(node, checker);
        if (fault !== null) tell(node, fault);
      }
      for (const chain of chainsAt(node)) {
        const fault = faultOfChain(chain, checker, vocabularies);
        if (fault !== null) tell(node, fault);
      }
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

/** Every list of words that the domain exports as `as const`. */
export function vocabulariesOf(
  program: ts.Program,
  isDomain: (path: string) => boolean,
): readonly ReadonlySet<string>[] {
  const checker = program.getTypeChecker();
  return program
    .getSourceFiles()
    .filter(({ fileName }) => isDomain(fileName))
    .flatMap((file) => {
      const module = checker.getSymbolAtLocation(file);
      return module === undefined ? [] : checker.getExportsOfModule(module);
    })
    .filter(({ flags }) => (flags & ts.SymbolFlags.Variable) !== 0)
    .flatMap((symbol) => {
      const type = checker.getTypeOfSymbol(symbol);
      if (!checker.isTupleType(type)) return [];
      const words = checker.getTypeArguments(type as ts.TypeReference);
      return words.length >= 2 && words.every((word) => word.isStringLiteral())
        ? [new Set(words.map((word) => String((word as ts.StringLiteralType).value)))]
        : [];
    });
}

function faultOfSwitch(node: ts.SwitchStatement, checker: ts.TypeChecker): string | null {
  const members = literalsOf(node.expression, checker);
  if (members === null) return null;
  const last = node.caseBlock.clauses.find(ts.isDefaultClause);
  if (last !== undefined) return endsInNever(last) ? null : `default over ${members.join(" | ")}`;
  const named = node.caseBlock.clauses.flatMap((clause) =>
    ts.isCaseClause(clause) && ts.isStringLiteral(clause.expression) ? [clause.expression.text] : [],
  );
  const missing = members.filter((member) => !named.includes(member));
  return missing.length === 0 ? null : `no case for ${missing.join(", ")}`;
}

function endsInNever(clause: ts.DefaultClause): boolean {
  const found = (node: ts.Node): boolean =>
    (ts.isSatisfiesExpression(node) && node.type.kind === ts.SyntaxKind.NeverKeyword) ||
    ts.forEachChild(node, found) === true;
  return clause.statements.some(found);
}

interface Comparison {
  readonly subject: ts.Expression;
  readonly word: string;
}

/** The comparisons of each branch of a chain, in order; the value for all others follows. */
type Chain = readonly (readonly Comparison[])[];

function chainsAt(node: ts.Node): readonly Chain[] {
  if (ts.isConditionalExpression(node)) {
    const isTail = ts.isConditionalExpression(node.parent) && node.parent.whenFalse === node;
    return isTail ? [] : [conditionsOf(node).map(comparisonsIn)];
  }
  if (!ts.isBlock(node)) return [];
  const chains: Chain[] = [];
  let chain: (readonly Comparison[])[] = [];
  for (const statement of node.statements) {
    if (ts.isIfStatement(statement) && leaves(statement.thenStatement)) {
      chain.push(comparisonsIn(statement.expression));
    } else if (ts.isReturnStatement(statement) && statement.expression !== undefined) {
      // A conditional expression without `if` before it is a chain of its own.
      if (chain.length > 0) chains.push([...chain, ...conditionsOf(statement.expression).map(comparisonsIn)]);
      chain = [];
    } else if (!ts.isVariableStatement(statement)) {
      chain = [];
    }
  }
  return chains;
}

/** The conditions of a conditional expression and of those nested at its end. */
function conditionsOf(expression: ts.Expression): readonly ts.Expression[] {
  return ts.isConditionalExpression(expression) ? [expression.condition, ...conditionsOf(expression.whenFalse)] : [];
}

/** Does it return or throw in every case? */
function leaves(statement: ts.Statement): boolean {
  if (ts.isReturnStatement(statement)) return statement.expression !== undefined;
  if (!ts.isBlock(statement)) return false;
  const last = statement.statements.at(-1);
  return last !== undefined && leaves(last);
}

/** `subject === "word"`, also combined by `&&` or `||`. */
function comparisonsIn(condition: ts.Expression): readonly Comparison[] {
  if (ts.isParenthesizedExpression(condition)) return comparisonsIn(condition.expression);
  if (!ts.isBinaryExpression(condition)) return [];
  const { left, operatorToken, right } = condition;
  if (operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken && ts.isStringLiteral(right))
    return [{ subject: left, word: right.text }];
  const joins = [ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken];
  return joins.includes(operatorToken.kind) ? [...comparisonsIn(left), ...comparisonsIn(right)] : [];
}

function faultOfChain(
  chain: Chain,
  checker: ts.TypeChecker,
  vocabularies: readonly ReadonlySet<string>[],
): string | null {
  for (const { subject } of chain[0] ?? []) {
    const name = nameOf(subject);
    const branches = chain.filter((branch) => branch.some((one) => nameOf(one.subject) === name));
    if (branches.length < 2) continue;
    const members = literalsOf(subject, checker);
    if (members === null || members.length < 3) continue;
    if (!vocabularies.some((words) => members.every((member) => words.has(member)))) continue;
    return `${name} is compared with ${chain
      .flat()
      .map(({ word }) => word)
      .join(", ")}, and all others follow`;
  }
  return null;
}

function nameOf(subject: ts.Expression): string {
  return subject.getText().replaceAll("?.", ".");
}

/** The string literals that this may be, apart from null and undefined; null when it may be anything else, or only one. */
function literalsOf(expression: ts.Expression, checker: ts.TypeChecker): readonly string[] | null {
  const type = checker.getNonNullableType(checker.getTypeAtLocation(expression));
  if (!type.isUnion() || !type.types.every((one) => one.isStringLiteral())) return null;
  return type.types.map((one) => String((one as ts.StringLiteralType).value));
}
