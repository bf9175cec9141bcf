import { VueQueryPlugin } from '@tanstack/vue-query';
import { createApp } from 'vue';
import LatestClaims from './latest-claims.vue';

createApp(LatestClaims).use(VueQueryPlugin).mount('#root');
