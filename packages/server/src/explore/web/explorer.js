/* global React, ReactDOM, GraphiQL */
// Opens GraphiQL on the tour, a tab a question: with several operations in one tab, Run would ask which.
const start = async () => {
  const answer = await fetch('explorer/assets/tour.json');
  const tour = (await answer.json()).map(({ query, variables }) => ({
    query,
    variables: JSON.stringify(variables, null, 2),
  }));
  // GraphiQL opens one more tab unless what it is told to show is in a tab that it remembers.
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
  // GraphiQL breaks the answer's long lines but not the question's, and has no option for it.
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
