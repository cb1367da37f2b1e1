// The calls of libsrtp 3 that mediasoup's worker makes, answered by libsrtp 2 (the version Debian has).
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include_next <srtp.h>

// Names only version 3 knows; the values are free in version 2 and inside the range of its enum.
constexpr auto srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(30);
constexpr auto srtp_err_status_cryptex_err  = static_cast<srtp_err_status_t>(31);

namespace multaqa
{
	// Version 3 hides the policy behind a handle that owns its key.
	struct Policy
	{
		::srtp_policy_t fields{};
		unsigned char key[SRTP_MAX_KEY_LEN]{};
	};

	// Version 2 rewrites a packet where it lies and counts in int; version 3 writes to a second buffer and counts in size_t.
	template<typename Transform>
	srtp_err_status_t transform(
	  Transform inPlace, srtp_t session, const std::uint8_t* from, std::size_t fromLen, std::uint8_t* to, std::size_t* toLen, std::size_t growth)
	{
		if (*toLen < fromLen + growth)
		{
			return srtp_err_status_buffer_small;
		}

		if (to != from)
		{
			std::memcpy(to, from, fromLen);
		}

		int length        = static_cast<int>(fromLen);
		const auto status = inPlace(session, to, &length);

		*toLen = static_cast<std::size_t>(length);

		return status;
	}
} // namespace multaqa

inline srtp_err_status_t srtp_policy_create(multaqa::Policy** policy)
{
	*policy = new (std::nothrow) multaqa::Policy();

	return *policy ? srtp_err_status_ok : srtp_err_status_alloc_fail;
}

inline void srtp_policy_destroy(multaqa::Policy* policy)
{
	if (policy)
	{
		volatile unsigned char* secret = policy->key;

		for (std::size_t i = 0; i < sizeof(policy->key); ++i)
		{
			secret[i] = 0;
		}
	}

	delete policy;
}

inline srtp_err_status_t srtp_policy_set_ssrc(multaqa::Policy* policy, srtp_ssrc_t ssrc)
{
	policy->fields.ssrc = ssrc;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_profile(multaqa::Policy* policy, srtp_profile_t profile)
{
	const auto status = srtp_crypto_policy_set_from_profile_for_rtp(&policy->fields.rtp, profile);

	return status != srtp_err_status_ok ? status : srtp_crypto_policy_set_from_profile_for_rtcp(&policy->fields.rtcp, profile);
}

// Version 2 wants the salt right behind the key. mediasoup sends no master key identifier.
inline srtp_err_status_t srtp_policy_add_key(
  multaqa::Policy* policy,
  const std::uint8_t* key,
  std::size_t keyLen,
  const std::uint8_t* salt,
  std::size_t saltLen,
  const std::uint8_t* /*mki*/,
  std::size_t /*mkiLen*/)
{
	if (keyLen + saltLen > sizeof(policy->key))
	{
		return srtp_err_status_bad_param;
	}

	std::memcpy(policy->key, key, keyLen);
	std::memcpy(policy->key + keyLen, salt, saltLen);
	policy->fields.key = policy->key;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(multaqa::Policy* policy, bool allow)
{
	policy->fields.allow_repeat_tx = allow;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_window_size(multaqa::Policy* policy, std::size_t size)
{
	policy->fields.window_size = size;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_create(srtp_t* session, multaqa::Policy* policy)
{
	return ::srtp_create(session, &policy->fields);
}

// Both versions take the number as it travels, in network byte order.
inline srtp_err_status_t srtp_stream_remove(srtp_t session, std::uint32_t ssrc)
{
	return ::srtp_remove_stream(session, ssrc);
}

inline srtp_err_status_t srtp_protect(
  srtp_t session, const std::uint8_t* rtp, std::size_t rtpLen, std::uint8_t* srtp, std::size_t* srtpLen, std::size_t /*mki*/)
{
	const auto inPlace = [](srtp_t s, void* packet, int* length) { return ::srtp_protect(s, packet, length); };

	return multaqa::transform(inPlace, session, rtp, rtpLen, srtp, srtpLen, SRTP_MAX_TRAILER_LEN);
}

inline srtp_err_status_t srtp_protect_rtcp(
  srtp_t session, const std::uint8_t* rtcp, std::size_t rtcpLen, std::uint8_t* srtcp, std::size_t* srtcpLen, std::size_t /*mki*/)
{
	const auto inPlace = [](srtp_t s, void* packet, int* length) { return ::srtp_protect_rtcp(s, packet, length); };

	// RTCP's trailer also carries the packet's index, which in RTP is part of the header.
	return multaqa::transform(inPlace, session, rtcp, rtcpLen, srtcp, srtcpLen, SRTP_MAX_TRAILER_LEN + sizeof(std::uint32_t));
}

inline srtp_err_status_t srtp_unprotect(
  srtp_t session, const std::uint8_t* srtp, std::size_t srtpLen, std::uint8_t* rtp, std::size_t* rtpLen)
{
	const auto inPlace = [](srtp_t s, void* packet, int* length) { return ::srtp_unprotect(s, packet, length); };

	return multaqa::transform(inPlace, session, srtp, srtpLen, rtp, rtpLen, 0);
}

inline srtp_err_status_t srtp_unprotect_rtcp(
  srtp_t session, const std::uint8_t* srtcp, std::size_t srtcpLen, std::uint8_t* rtcp, std::size_t* rtcpLen)
{
	const auto inPlace = [](srtp_t s, void* packet, int* length) { return ::srtp_unprotect_rtcp(s, packet, length); };

	return multaqa::transform(inPlace, session, srtcp, srtcpLen, rtcp, rtcpLen, 0);
}

// From here on the worker's `srtp_policy_t` is the handle of version 3.
using multaqa_srtp_policy = multaqa::Policy*;
#define srtp_policy_t multaqa_srtp_policy
