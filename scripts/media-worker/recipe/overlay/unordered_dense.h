// The names mediasoup's worker takes from ankerl::unordered_dense (not packaged in Debian), carried by the standard containers.
#pragma once

#include <cstdint>
#include <functional>
#include <unordered_map>
#include <unordered_set>

namespace ankerl::unordered_dense
{
	// Callers combine these values themselves, so neighbouring integers must not hash to neighbours (splitmix64's finisher).
	template<typename Key>
	struct hash
	{
		using is_avalanching = void;

		std::uint64_t operator()(const Key& key) const noexcept
		{
			std::uint64_t bits = std::hash<Key>{}(key);

			bits = (bits ^ (bits >> 30)) * 0xbf58476d1ce4e5b9ULL;
			bits = (bits ^ (bits >> 27)) * 0x94d049bb133111ebULL;

			return bits ^ (bits >> 31);
		}
	};

	template<typename Key, typename Value, typename Hash = hash<Key>, typename Equal = std::equal_to<Key>>
	using map = std::unordered_map<Key, Value, Hash, Equal>;

	template<typename Key, typename Hash = hash<Key>, typename Equal = std::equal_to<Key>>
	using set = std::unordered_set<Key, Hash, Equal>;
} // namespace ankerl::unordered_dense
