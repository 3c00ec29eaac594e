// Solves one instance with LEMON and prints one JSON line.
//   lemon FILE network-simplex|cost-scaling fill|priority
// As one least-cost flow: every source also has an arc to a hub for what it keeps, every sink one for what it gets. A
// unit is worth class * step + score, where step is more than a simple alternating way can lose in score; in mode fill
// all classes are 1. Time is that of LEMON's run() alone; building its graph is told beside it.
#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>
#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

using Graph = lemon::StaticDigraph;
using Cost = std::int64_t;

struct Edge {
  int source;
  int sink;
  int most;
  int score;
};

struct Network {
  std::vector<std::int64_t> supply;
  std::vector<std::int64_t> demand;
  std::vector<int> priority;
  std::vector<Edge> edges;
};

[[noreturn]] static void fail(const std::string& message) {
  std::fprintf(stderr, "%s\n", message.c_str());
  std::exit(1);
}

static std::vector<std::uint32_t> readWords(std::ifstream& file, std::size_t count) {
  std::vector<std::uint32_t> words(count);
  file.read(reinterpret_cast<char*>(words.data()), static_cast<std::streamsize>(count * 4));
  if (!file) fail("The file is too short");
  return words;
}

static Network readLmk(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const auto header = readWords(file, 4);
  const std::size_t sources = header[1], sinks = header[2], edges = header[3];
  const auto demand = readWords(file, sinks);
  const auto priority = readWords(file, sinks);
  const auto rowStart = readWords(file, sources + 1);
  const auto sink = readWords(file, edges);
  std::vector<std::uint16_t> score(edges);
  file.read(reinterpret_cast<char*>(score.data()), static_cast<std::streamsize>(edges * 2));
  Network network;
  network.supply.assign(sources, 1);
  network.demand.assign(demand.begin(), demand.end());
  network.priority.assign(priority.begin(), priority.end());
  network.edges.reserve(edges);
  for (std::size_t s = 0; s < sources; s++)
    for (std::size_t e = rowStart[s]; e < rowStart[s + 1]; e++)
      network.edges.push_back({static_cast<int>(s), static_cast<int>(sink[e]), 1, score[e]});
  return network;
}

static Network readMin(const std::string& path) {
  std::ifstream file(path);
  Network network;
  std::string line;
  while (std::getline(file, line)) {
    long long a, b, most, cost;
    if (std::sscanf(line.c_str(), "c class %lld %lld", &a, &b) == 2) {
      network.priority.push_back(static_cast<int>(b));
    } else if (std::sscanf(line.c_str(), "n %lld %lld", &a, &b) == 2) {
      if (b > 0) network.supply.push_back(b);
      else network.demand.push_back(-b);
    } else if (std::sscanf(line.c_str(), "a %lld %lld 0 %lld %lld", &a, &b, &most, &cost) == 4) {
      const int sink = static_cast<int>(b - 1 - static_cast<long long>(network.supply.size()));
      network.edges.push_back({static_cast<int>(a - 1), sink, static_cast<int>(most), static_cast<int>(10000 - cost)});
    }
  }
  return network;
}

static double wallMs() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::milli>(now).count();
}

static double cpuMs() {
  rusage used;
  getrusage(RUSAGE_SELF, &used);
  const auto ms = [](const timeval& time) { return time.tv_sec * 1e3 + time.tv_usec / 1e3; };
  return ms(used.ru_utime) + ms(used.ru_stime);
}

/** Not ru_maxrss, which on Linux begins with what the parent had. */
static long peakMb() {
  std::ifstream status("/proc/self/status");
  std::string line;
  long kilobytes = 0;
  while (std::getline(status, line))
    if (std::sscanf(line.c_str(), "VmHWM: %ld", &kilobytes) == 1) return kilobytes / 1024;
  rusage used;
  getrusage(RUSAGE_SELF, &used);
  return used.ru_maxrss / 1024;
}

/** Units: int where supplies are 1, as LEMON is fastest with, else 64 bits. */
template <typename Units>
static int solve(Network network, const std::string& algorithm, bool byClass) {
  using Simplex = lemon::NetworkSimplex<Graph, Units, Cost>;
  using Scaling = lemon::CostScaling<Graph, Units, Cost>;
  const int sources = static_cast<int>(network.supply.size());
  const int sinks = static_cast<int>(network.demand.size());
  const int hub = sources + sinks;
  const Cost step = static_cast<Cost>(10000) * std::min(sources, sinks) + 1;

  const double building = wallMs();
  std::vector<std::pair<int, int>> ends;
  std::vector<Units> most;
  std::vector<Cost> costs;
  const std::size_t arcs = network.edges.size() + static_cast<std::size_t>(hub);
  ends.reserve(arcs);
  most.reserve(arcs);
  costs.reserve(arcs);
  const auto add = [&](int from, int to, std::int64_t units, Cost cost) {
    ends.emplace_back(from, to);
    most.push_back(static_cast<Units>(units));
    costs.push_back(cost);
  };
  // StaticDigraph wants the arcs in the order of their sources.
  std::size_t next = 0;
  for (int s = 0; s < sources; s++) {
    for (; next < network.edges.size() && network.edges[next].source == s; next++) {
      const Edge& edge = network.edges[next];
      const Cost level = byClass ? network.priority[static_cast<std::size_t>(edge.sink)] : 1;
      add(s, sources + edge.sink, edge.most, -(level * step + edge.score));
    }
    add(s, hub, network.supply[static_cast<std::size_t>(s)], 0);
  }
  for (int t = 0; t < sinks; t++) add(sources + t, hub, network.demand[static_cast<std::size_t>(t)], 0);
  Graph graph;
  graph.build(hub + 1, ends.begin(), ends.end());
  Graph::ArcMap<Units> upper(graph), flow(graph);
  Graph::ArcMap<Cost> cost(graph);
  for (std::size_t i = 0; i < arcs; i++) {
    upper[graph.arc(static_cast<int>(i))] = most[i];
    cost[graph.arc(static_cast<int>(i))] = costs[i];
  }
  Graph::NodeMap<Units> supply(graph, 0);
  for (int s = 0; s < sources; s++) supply[graph.node(s)] = static_cast<Units>(network.supply[static_cast<std::size_t>(s)]);
  const std::int64_t total = std::accumulate(network.supply.begin(), network.supply.end(), std::int64_t{0});
  supply[graph.node(hub)] = static_cast<Units>(-total);
  const double buildMs = wallMs() - building;
  // What LEMON does not need is not counted to it.
  std::vector<Units>().swap(most);
  std::vector<Cost>().swap(costs);
  std::vector<std::pair<int, int>>().swap(ends);
  std::vector<Edge>().swap(network.edges);

  const double startWall = wallMs(), startCpu = cpuMs();
  bool isOptimal;
  if (algorithm == "network-simplex") {
    Simplex solver(graph);
    solver.upperMap(upper).costMap(cost).supplyMap(supply);
    isOptimal = solver.run() == Simplex::OPTIMAL;
    solver.flowMap(flow);
  } else {
    Scaling solver(graph);
    solver.upperMap(upper).costMap(cost).supplyMap(supply);
    isOptimal = solver.run() == Scaling::OPTIMAL;
    solver.flowMap(flow);
  }
  const double solveMs = wallMs() - startWall, usedMs = cpuMs() - startCpu;

  std::int64_t filled = 0, classSum = 0, score = 0;
  for (std::size_t i = 0; i < arcs; i++) {
    const auto arc = graph.arc(static_cast<int>(i));
    if (graph.id(graph.target(arc)) == hub) continue;
    const std::int64_t units = flow[arc];
    const Cost worth = -cost[arc];
    filled += units;
    classSum += units * (worth / step);
    score += units * (worth % step);
  }
  std::printf(
      "{\"filled\":%lld,\"classSum\":%lld,\"score\":%lld,\"proven\":%s,\"solveMs\":%.3f,\"cpuMs\":%.3f,"
      "\"buildMs\":%.3f,\"peakMb\":%ld}\n",
      static_cast<long long>(filled), static_cast<long long>(classSum), static_cast<long long>(score),
      isOptimal ? "true" : "false", solveMs, usedMs, buildMs, peakMb());
  return 0;
}

int main(int count, char** words) {
  if (count != 4) fail("usage: lemon FILE network-simplex|cost-scaling fill|priority");
  const std::string path = words[1], algorithm = words[2], mode = words[3];
  if (algorithm != "network-simplex" && algorithm != "cost-scaling") fail("No such algorithm: " + algorithm);
  const bool isUnit = path.size() > 4 && path.compare(path.size() - 4, 4, ".lmk") == 0;
  if (isUnit) return solve<int>(readLmk(path), algorithm, mode == "priority");
  return solve<std::int64_t>(readMin(path), algorithm, mode == "priority");
}
