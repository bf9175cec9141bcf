/* global React, ReactDOM, GraphiQL */
// Opens GraphiQL on the tour, with a tab for each question: if a tab had several operations, Run
// would ask which one.
const start = async () => {
  const answer = await fetch('explorer/assets/tour.json');
  const tour = (await answer.json()).map(({ query, variables, headers }) => ({
    query,
    variables: JSON.stringify(variables, null, 2),
    ...(headers && { headers: JSON.stringify(headers, null, 2) }),
  }));
  // GraphiQL opens one more tab unless the query that it is given is in a remembered tab.
  const remembered = JSON.parse(localStorage.getItem('graphiql:tabState'));
  const { query, variables } = remembered?.tabs[remembered.activeTabIndex] ?? tour[0];
  const app = React.createElement(
    GraphiQL,
    {
      fetcher: GraphiQL.createFetcher({ url: new URL('graphql', location.href).href }),
      defaultTabs: tour,
      defaultEditorToolsVisibility: 'variables',
      query,
      variables,
    },
    React.createElement(GraphiQL.Logo, null, 'Claimgraph'),
  );
  const root = document.getElementById('explorer');
  // GraphiQL wraps long lines of the answer but not of the query, and has no option for it.
  new MutationObserver((_changes, observer) => {
    const editor = root.querySelector('.graphiql-query-editor .CodeMirror')?.CodeMirror;
    if (!editor) return;
    observer.disconnect();
    editor.setOption('lineWrapping', true);
  }).observe(root, { childList: true, subtree: true });
  ReactDOM.createRoot(root).render(app);
};

start().catch((error) => {
  document.getElementById('explorer').textContent = `GraphiQL could not start: ${error.message}`;
});
