import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
export const landingPage = () => ApolloServerPluginLandingPageLocalDefault({ embed: true });
