import { describe, expect, it } from 'vitest';
import { nameOperation } from '../../src/ecosystems/http/operation-names.js';
import { distinguish } from '../../src/ecosystems/http/path-names.js';
import type { NamedRequest } from '../../src/link/rules.js';

const request = (line: string, title?: string): NamedRequest => {
  const [method = '', path = ''] = line.split(' ');
  return { method, path, ...(title !== undefined && { title }) };
};

describe('the name of an operation', () => {
  it.each([
    ['GET /gardens/{id}/beds', 'List the beds of a garden', 'ListBedsOfGarden'],
    ['GET /gardens/{id}/beds', 'Listing all beds', 'ListAllBeds'],
    ['GET /seeds', 'Returns every seed', 'GetEverySeed'],
    ['GET /depth', 'Order book', 'GetOrderBook'],
    ['POST /orders', 'Order a tool', 'OrderTool'],
    ['GET /harvests', 'Recent harvests list', 'ListRecentHarvests'],
    ['GET /rules', 'List of rules', 'ListRules'],
    ['PUT /gardeners/{id}', 'Gardener update', 'UpdateGardener'],
    ['DELETE /tools/{id}', 'Tools', 'DeleteTool'],
    ['POST /sessions', 'New session', 'NewSession'],
    ['GET /gardeners/{id}/plots', "Get a gardener's plots", 'GetGardenerPlots'],
    ['GET /ticker', '24hr price statistics', 'Get24hrPriceStatistics'],
    ['LIST /plugins', 'LIST plugins', 'ListPlugins'],
    ['DELETE /pins/{id}', 'Unpin a note (deprecated)', 'UnpinNote'],
    ['GET /pins', 'View old pins removed', 'ViewOldPins'],
    ['DELETE /pots/{id}', 'Break a pot', 'BreakPot'],
    ['GET /oauth/authorize', '2. Ask the user', 'AskUser'],
  ])('of %s, %j, is %s', (line, title, name) => {
    expect(nameOperation(request(line, title))).toBe(name);
  });

  it.each([
    ['POST', 'CreateOrUpdateRole'],
    ['PATCH', 'UpdateRole'],
    ['DELETE', 'DeleteRole'],
  ])('has of the verbs to choose from the one for %s', (method, name) => {
    const title = name.startsWith('Delete') ? 'Read, update, or delete a role' : 'Create/Update role';
    expect(nameOperation(request(`${method} /roles/{id}`, title))).toBe(name);
  });

  it.each([
    ['PUT /lobbies', 'Create or join a lobby', 'CreateOrJoinLobby'],
    ['PUT /grants/{id}', 'Get-or-create a grant', 'GetOrCreateGrant'],
  ])('has all verbs of what is one request: %s, %j', (line, title, name) => {
    expect(nameOperation(request(line, title))).toBe(name);
  });

  it.each([
    ['GET /api/v2/gardens', 'ListGardens'],
    ['GET /api/v2/gardens/{id}', 'GetGarden'],
    ['POST /gardens/{id}/beds', 'CreateGardenBed'],
    ['POST /pumps/{id}/restart', 'RestartPump'],
    ['DELETE /gardens/{id}', 'DeleteGarden'],
    ['GET /policies/{id}/boxes', 'ListPolicyBoxes'],
    ['GET /policies/{id}.json', 'GetPolicy'],
    ['GET /boxes.xml', 'ListBoxes'],
  ])('of %s without a title is %s', (line, name) => {
    expect(nameOperation(request(line))).toBe(name);
    expect(nameOperation(request(line, 'データ'))).toBe(name);
  });

  it('has the noun of the path where the title is a verb alone', () => {
    expect(nameOperation(request('POST /orgs/{org}/repos', 'Create'))).toBe('CreateOrgRepo');
  });
});

describe('names that several operations have', () => {
  it.each([
    ['ListHooks', ['GET /orgs/{org}/hooks', 'GET /repos/{repo}/hooks'], ['ForOrg', 'ForRepo']],
    ['ViewAccounts', ['GET /api/v1/accounts', 'GET /api/v2/accounts'], ['V1', 'V2']],
    ['GetQuestions', ['GET /q', 'GET /q/{questionId}'], ['', 'ByQuestionId']],
    ['UpdateIssuer', ['PATCH /issuer/{id}', 'POST /issuer/{id}'], ['WithPatch', '']],
    ['ViewTrends', ['GET /admin/trends', 'GET /trends'], ['ForAdmin', '']],
    [
      'GetItem',
      ['GET /drives/{d}/items/{i}', 'GET /drives/{d}/root:/{path}', 'GET /me/drive/items/{i}'],
      ['ForDrive', 'ForDriveRoot', 'ForMe'],
    ],
  ])('%s of %j are parted by path', (name, lines, suffixes) => {
    expect(
      distinguish(
        name,
        lines.map((line) => request(line)),
      ),
    ).toEqual(suffixes);
    const turned = distinguish(
      name,
      [...lines].reverse().map((line) => request(line)),
    );
    expect([...turned].reverse()).toEqual(suffixes);
  });

  it('are left to the one that is not deprecated', () => {
    const old = { ...request('PUT /pins/{id}'), deprecated: true as const };
    expect(distinguish('Pin', [old, request('PUT /messages/pins/{id}')])).toEqual(['Deprecated', '']);
    const removed = request('GET /v1/search', 'Search (v1) removed');
    expect(distinguish('Search', [removed, request('GET /v2/search')])).toEqual(['V1', '']);
  });
});
